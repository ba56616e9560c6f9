import {isPerspective, SCOPE_FIELDS, toScope, type Perspective, type Scope} from '@openchoreo/portal-contract';

export type ScopeChange = Partial<Record<keyof Scope, string | null>>;

/** What a change of one field makes meaningless: names are unique only inside what contains them. */
const BELOW: Readonly<Record<keyof Scope, readonly (keyof Scope)[]>> = {
  namespace: ['project', 'component', 'environment'],
  project: ['component'],
  component: [],
  environment: [],
};

/** The selection after a change. What is named below a changed field is cleared, unless the change names it too. */
export function changeScope(scope: Scope, change: ScopeChange): Scope {
  const next: Record<string, string | undefined> = {...scope};
  for (const field of SCOPE_FIELDS) {
    const value = change[field];
    if (value === undefined || (value ?? undefined) === scope[field]) continue;
    next[field] = value ?? undefined;
    for (const below of BELOW[field]) next[below] = undefined;
  }
  for (const field of SCOPE_FIELDS) if (change[field]) next[field] = change[field];
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value));
}

/** What an address says of selection and perspective; what it does not say comes from the fallback. */
export function readSelection(
  query: URLSearchParams,
  fallback: {readonly scope: Scope; readonly perspective: Perspective},
): {readonly scope: Scope; readonly perspective: Perspective} {
  const named = toScope(query);
  const perspective = query.get('perspective');
  return {
    scope: SCOPE_FIELDS.some((field) => query.has(field)) ? named : fallback.scope,
    perspective: isPerspective(perspective) ? perspective : fallback.perspective,
  };
}

/** Writes selection and perspective into the query, in one order, and leaves the page's own parameters. */
export function writeSelection(query: URLSearchParams, scope: Scope, perspective: Perspective): void {
  for (const field of SCOPE_FIELDS) {
    query.delete(field);
    if (scope[field]) query.set(field, scope[field]);
  }
  query.delete('perspective');
  query.set('perspective', perspective);
}

export function isSameScope(a: Scope, b: Scope): boolean {
  return SCOPE_FIELDS.every((field) => a[field] === b[field]);
}
