/**
 * A place in the platform's hierarchy. Names are unique only inside their namespace, so a scope below the cluster
 * always carries the namespace. The environment narrows conditions, not the path.
 */
export interface Scope {
  readonly namespace?: string;
  readonly project?: string;
  readonly component?: string;
  readonly environment?: string;
}

export const SCOPE_FIELDS = ['namespace', 'project', 'component', 'environment'] as const;

/** The path that the platform's authorization compares: `*`, `ns/acme`, `ns/acme/project/p/component/c`. */
export function toScopePath(scope: Scope): string {
  if (scope.namespace === undefined) return '*';
  const parts = ['ns', scope.namespace];
  if (scope.project !== undefined) parts.push('project', scope.project);
  if (scope.project !== undefined && scope.component !== undefined) parts.push('component', scope.component);
  return parts.join('/');
}

/** What can be the name of something on the platform. */
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Reads a scope from a page's query. What cannot be a name counts as absent. */
export function toScope(query: URLSearchParams): Scope {
  const entries = SCOPE_FIELDS.map((field) => [field, query.get(field)] as const).filter(([, value]) =>
    NAME.test(value ?? ''),
  );
  return Object.fromEntries(entries);
}
