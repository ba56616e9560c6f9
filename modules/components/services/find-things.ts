import {
  listQuery,
  toDisplayName,
  type HandlerContext,
  type KindName,
  type Resource,
  type SearchResult,
} from '@openchoreo/portal-contract';

/** Components of the selected namespace, for the command palette. What a page shows already is not asked for again. */
export async function findComponents(text: string, {host, scope, query}: HandlerContext): Promise<SearchResult[]> {
  const {namespace} = scope;
  if (!namespace) return [];
  const components = await query({...listQuery(host.api, 'components', {namespace}), staleTime: 30_000});
  return find(text, components).map((component) => ({
    title: toDisplayName(component),
    subtitle: component.spec?.owner.projectName ?? '',
    icon: 'box',
    path: toPath('components', component),
  }));
}

/** Projects of the selected namespace, for the command palette. */
export async function findProjects(text: string, {host, scope, query}: HandlerContext): Promise<SearchResult[]> {
  const {namespace} = scope;
  if (!namespace) return [];
  const projects = await query({...listQuery(host.api, 'projects', {namespace}), staleTime: 30_000});
  return find(text, projects).map((project) => ({
    title: toDisplayName(project),
    subtitle: project.metadata.name,
    icon: 'folder',
    path: toPath('projects', project),
  }));
}

/** Those whose names have every word typed, those that begin with it first. */
function find<R extends Resource>(text: string, resources: readonly R[]): readonly R[] {
  const words = text.toLocaleLowerCase().split(/\s+/);
  const toName = (resource: R): string => `${toDisplayName(resource)} ${resource.metadata.name}`.toLocaleLowerCase();
  const begins = (resource: R): number => Number(!toName(resource).startsWith(words[0] ?? ''));
  return resources
    .filter((resource) => words.every((word) => toName(resource).includes(word)))
    .toSorted((a, b) => begins(a) - begins(b) || toName(a).localeCompare(toName(b)));
}

function toPath(kind: KindName, {metadata: {name, namespace}}: Resource): string {
  const query = namespace ? `?namespace=${encodeURIComponent(namespace)}` : '';
  return `/catalog/${kind}/${encodeURIComponent(name)}${query}`;
}
