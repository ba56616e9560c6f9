import type {Component} from '@openchoreo/portal-contract';

/** Number of components by the name of their project. */
export function countByProject(components: readonly Component[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const {spec} of components) {
    const project = spec?.owner.projectName;
    if (project) counts.set(project, (counts.get(project) ?? 0) + 1);
  }
  return counts;
}
