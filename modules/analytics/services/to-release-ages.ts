import type {DeploymentFacts, EnvironmentFacts, ReleaseFacts} from '../types/facts.ts';

const DAY = 86_400_000;

export interface ReleaseAge {
  /** Its name for people. */
  readonly environment: string;
  readonly isProduction: boolean;
  /** Whole days since the release that is deployed there was cut. */
  readonly days: number;
}

/** How old the releases are that are deployed, production last. What is not known to be of some age is left out. */
export function toReleaseAges(
  releases: readonly ReleaseFacts[],
  deployments: readonly DeploymentFacts[],
  environments: readonly EnvironmentFacts[],
  now: number,
): readonly ReleaseAge[] {
  const created = new Map(releases.map((release) => [release.name, release.created]));
  const about = new Map(environments.map((environment) => [environment.name, environment]));
  return deployments
    .flatMap(({environment, release}) => {
      const moment = created.get(release);
      if (moment === undefined) return [];
      const {label = environment, isProduction = false} = about.get(environment) ?? {};
      return [{environment: label, isProduction, days: Math.max(0, Math.floor((now - moment) / DAY))}];
    })
    .toSorted((a, b) => Number(a.isProduction) - Number(b.isProduction) || a.environment.localeCompare(b.environment));
}
