import {isPerspective, type Perspective} from './perspective.ts';
import {SCOPE_FIELDS, toScope, type Scope} from './scope.ts';

export type ScopeChange = Partial<Record<keyof Scope, string | null>>;

/** What a page is of: written in its address, by the portal and by those who edit it. */
export interface Selection {
  readonly scope: Scope;
  readonly perspective: Perspective;
}

/** What a change of one field makes meaningless: names are unique only inside what contains them. */
const BELOW: Readonly<Record<keyof Scope, readonly (keyof Scope)[]>> = {
  namespace: ['project', 'component', 'environment'],
  project: ['component'],
  component: [],
  environment: [],
};

/** The scope after a change. What is named below a changed field is cleared, unless the change names it too. */
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

/**
 * What an address says of the selection; what it does not say comes from the fallback. The namespace decides: an address
 * that names one means this and what it names in it, one that names none of it (`namespace=`) means nothing chosen, and
 * one that only names something in a namespace means that of the fallback.
 */
export function readSelection(query: URLSearchParams, fallback: Selection): Selection {
  const perspective = query.get('perspective');
  return {
    scope: readScope(query, fallback.scope),
    perspective: isPerspective(perspective) ? perspective : fallback.perspective,
  };
}

function readScope(query: URLSearchParams, fallback: Scope): Scope {
  const named = toScope(query);
  if (named.namespace !== undefined) return named;
  if (query.has('namespace')) return {};
  const isAsBefore = fallback.namespace === undefined || Object.keys(named).length === 0;
  return isAsBefore ? fallback : changeScope(fallback, named);
}
