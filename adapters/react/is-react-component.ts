import type {ForeignComponent} from '@openchoreo/portal-contract';

/** Any function may be a component; a class only when it extends one of React's, and an object when it bears the mark. */
export function isReactComponent(value: unknown): value is ForeignComponent {
  if (typeof value === 'object' && value !== null) return '$$typeof' in value && typeof value.$$typeof === 'symbol';
  if (typeof value !== 'function') return false;
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  return !isClass || 'isReactComponent' in ((value.prototype ?? {}) as object);
}
