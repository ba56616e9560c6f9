import {
  toDeploymentState,
  toDisplayName,
  type ComponentRelease,
  type DeploymentState,
  type Environment,
  type ReleaseBinding,
} from '@openchoreo/portal-contract';

/** A release as its history shows it. */
export interface ReleaseView {
  readonly name: string;
  readonly createdAt: string;
  /** Empty where its workload has none. */
  readonly image: string;
  /** The one before it, by time. */
  readonly previous: string | undefined;
  readonly places: readonly ReleasePlace[];
}

/** An environment that a release is in now. */
export interface ReleasePlace {
  readonly environment: string;
  readonly title: string;
  readonly state: DeploymentState;
}

export interface ReleaseSources {
  readonly releases: readonly ComponentRelease[];
  readonly bindings: readonly ReleaseBinding[];
  readonly environments: readonly Environment[];
}

/** The history of a component, newest first. What was taken out of an environment is in it no more. */
export function toReleaseViews({releases, bindings, environments}: ReleaseSources): readonly ReleaseView[] {
  const sorted = releases.toSorted((a, b) => toCreated(b).localeCompare(toCreated(a)));
  return sorted.map((release, index) => ({
    name: release.metadata.name,
    createdAt: toCreated(release),
    image: toImage(release),
    previous: sorted[index + 1]?.metadata.name,
    places: bindings
      .filter(({spec}) => spec?.releaseName === release.metadata.name && spec.state !== 'Undeploy')
      .map((binding) => toPlace(binding, environments)),
  }));
}

function toPlace(binding: ReleaseBinding, environments: readonly Environment[]): ReleasePlace {
  const environment = binding.spec?.environment ?? '';
  const about = environments.find(({metadata}) => metadata.name === environment);
  return {environment, title: about ? toDisplayName(about) : environment, state: toDeploymentState(binding)};
}

function toCreated({metadata}: ComponentRelease): string {
  return metadata.creationTimestamp ?? '';
}

function toImage({spec}: ComponentRelease): string {
  const {image} = (spec?.workload['container'] ?? {}) as {readonly image?: unknown};
  return typeof image === 'string' ? image : '';
}
