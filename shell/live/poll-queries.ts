import type {Dispose, OpenChoreoKey} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';

/**
 * Asks for the data of the keys again, each once in `interval` milliseconds, while the page is to be seen; at once when
 * it is seen again after a longer time. Keys that several follow are asked for once.
 */
export function pollQueries(queryClient: QueryClient, keys: () => Iterable<OpenChoreoKey>, interval: number): Dispose {
  function ask(): void {
    if (document.visibilityState !== 'visible') return;
    for (const queryKey of keys()) {
      const state = queryClient.getQueryState(queryKey);
      // Half an interval of tolerance: a page that shows several lists asks for them together.
      if (!state || Date.now() - Math.max(state.dataUpdatedAt, state.errorUpdatedAt) < interval / 2) continue;
      void queryClient.refetchQueries({queryKey, exact: true, type: 'active'}, {cancelRefetch: false});
    }
  }

  const timer = setInterval(ask, interval);
  document.addEventListener('visibilitychange', ask);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', ask);
  };
}
