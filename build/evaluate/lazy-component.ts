/** What React's `lazy` makes: how its renderer asks for the component. */
export interface LazyComponent {
  readonly _init: (payload: unknown) => unknown;
  readonly _payload: unknown;
}

export function isLazyComponent(value: unknown): value is LazyComponent {
  return typeof value === 'object' && value !== null && '_init' in value && typeof value._init === 'function';
}

/** The component that was meant. React's protocol throws the promise of what is not there yet. */
export async function loadLazyComponent({_init, _payload}: LazyComponent): Promise<unknown> {
  try {
    return _init(_payload);
  } catch (thrown) {
    if (!(thrown instanceof Object) || !('then' in thrown)) throw thrown;
    await (thrown as PromiseLike<unknown>);
    return _init(_payload);
  }
}

/** The component that `memo` or `forwardRef` is around: a route has no props that the one or refs that the other is for. */
export function unwrapComponent(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$$typeof' in value)) return value;
  if ('type' in value) return unwrapComponent(value.type);
  return 'render' in value ? value.render : value;
}
