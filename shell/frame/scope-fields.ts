import type {KindName, Scope} from '@openchoreo/portal-contract';

/** What each selector lists, and what must be chosen before it can. */
export const SCOPE_KINDS: Readonly<Record<keyof Scope, KindName>> = {
  namespace: 'namespaces',
  project: 'projects',
  component: 'components',
  environment: 'environments',
};

export function isChoosable(field: keyof Scope, selection: Scope): boolean {
  return field === 'namespace' || selection.namespace !== undefined;
}
