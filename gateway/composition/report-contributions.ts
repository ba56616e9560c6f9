import {PORTAL_POINTS, type ContributionReport} from '@openchoreo/portal-contract';
import type {AcceptedModule} from '../registry/index.ts';

/** The extension points there are when a session has these modules. */
export function openedPoints(modules: readonly AcceptedModule[]): ReadonlySet<string> {
  const opened = modules.flatMap(({manifest}) => manifest.extensionPoints ?? []);
  return new Set([...PORTAL_POINTS, ...opened].map(({id}) => id));
}

/** Contributions of the module that are not shown, whoever looks. Undefined when there is none. */
export function reportOf(
  {manifest, refused = []}: AcceptedModule,
  opened: ReadonlySet<string>,
): ContributionReport | undefined {
  const waiting = Object.keys(manifest.contributes ?? {}).filter((point) => !opened.has(point));
  if (refused.length === 0 && waiting.length === 0) return undefined;
  return {...(refused.length > 0 && {refused}), ...(waiting.length > 0 && {waiting})};
}
