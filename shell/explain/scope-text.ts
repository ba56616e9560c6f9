import type {Scope} from '@openchoreo/portal-contract';

/** A scope as people read it: `acme / shop`, `acme / shop (staging)`. */
export function toScopeText({namespace, project, component, environment}: Scope): string {
  const path = [namespace, project, component].filter((name) => name !== undefined).join(' / ');
  return environment === undefined ? path : `${path} (${environment})`;
}
