import type {KindName, OpenChoreoKey} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';

/** Makes what is cached of a kind stale: in the namespace or, where the change names none, everywhere. */
export type RefreshKind = (kind: KindName, namespace?: string) => void;

/**
 * The first change is followed at once; what comes within `pause` milliseconds after it goes together, so that a platform
 * in which much happens is not asked again for every single thing. A tab that nobody sees asks when it is seen again.
 */
export function createRefreshKinds(queryClient: QueryClient, pause = 500): RefreshKind {
  const waiting = new Map<string, {readonly kind: KindName; readonly namespace: string | undefined}>();
  let isPaused = false;

  function flush(): void {
    isPaused = waiting.size > 0;
    if (!isPaused) return;
    const changes = [...waiting.values()];
    waiting.clear();
    void queryClient.invalidateQueries({
      predicate: ({queryKey}) => changes.some((change) => concerns(queryKey as OpenChoreoKey, change)),
      // The query client asks for what is stale when the tab is seen again.
      refetchType: document.visibilityState === 'visible' ? 'active' : 'none',
    });
    setTimeout(flush, pause);
  }

  return (kind, namespace) => {
    waiting.set(`${kind} ${namespace ?? ''}`, {kind, namespace});
    if (!isPaused) flush();
  };
}

function concerns(
  [root, kind, scope]: OpenChoreoKey,
  change: {readonly kind: KindName; readonly namespace: string | undefined},
): boolean {
  if ((root as string) !== 'openchoreo' || kind !== change.kind) return false;
  const {namespace} = (scope as OpenChoreoKey[2] | undefined) ?? {};
  return change.namespace === undefined || namespace === undefined || namespace === change.namespace;
}
