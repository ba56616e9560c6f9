import type {Dispose} from '@openchoreo/portal-contract';

/** Asks anew when the person comes back to the tab, at most once in `interval` milliseconds. */
export function refreshOnFocus(refresh: () => Promise<void>, interval = 30_000): Dispose {
  let last = Date.now();
  const onVisible = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - last < interval) return;
    last = Date.now();
    void refresh();
  };
  document.addEventListener('visibilitychange', onVisible);
  addEventListener('focus', onVisible);
  return () => {
    document.removeEventListener('visibilitychange', onVisible);
    removeEventListener('focus', onVisible);
  };
}
