import type {Component} from '@openchoreo/portal-contract';

/** Components by the name of their project. */
export function groupByProject(components: readonly Component[]): ReadonlyMap<string, readonly Component[]> {
  const groups = new Map<string, Component[]>();
  for (const component of components) {
    const project = component.spec?.owner.projectName;
    if (!project) continue;
    const group = groups.get(project);
    if (group) group.push(component);
    else groups.set(project, [component]);
  }
  return groups;
}
