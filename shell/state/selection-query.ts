import {SCOPE_FIELDS, type Perspective, type Scope} from '@openchoreo/portal-contract';

/**
 * Writes selection and perspective into the query, in one order, and leaves the page's own parameters. Where nothing is
 * chosen it says so, so that whoever opens the address sees the same and not what they chose themselves.
 */
export function writeSelection(query: URLSearchParams, scope: Scope, perspective: Perspective): void {
  for (const field of SCOPE_FIELDS) query.delete(field);
  query.set('namespace', scope.namespace ?? '');
  for (const field of SCOPE_FIELDS) if (scope[field]) query.set(field, scope[field]);
  query.delete('perspective');
  query.set('perspective', perspective);
}

export function isSameScope(a: Scope, b: Scope): boolean {
  return SCOPE_FIELDS.every((field) => a[field] === b[field]);
}
