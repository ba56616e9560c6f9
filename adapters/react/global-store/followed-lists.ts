import {listQuery, type Dispose, type Host, type KindName} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';
import {toGlobalItem, type GlobalItem, type GlobalResource} from './global-item.ts';

export const LISTS = ['projects', 'components', 'environments'] as const satisfies readonly KindName[];

export type ListName = (typeof LISTS)[number];

const NONE: readonly GlobalItem[] = [];

/** Lists of the selected namespace, out of the portal's shared cache. */
export interface FollowedLists {
  /** What is known of the list. From the first time on it is fetched and kept fresh, while there is a follower. */
  read(list: ListName): readonly GlobalItem[];
  /** What is known of the list, and no more. The same array as long as it is the same. */
  peek(list: ListName): readonly GlobalItem[];
  /** Calls back when a list may be another, until the undo. */
  follow(onChange: () => void): Dispose;
}

export function createFollowedLists(
  host: Pick<Host, 'api' | 'live' | 'state'>,
  queryClient: QueryClient,
): FollowedLists {
  const wanted = new Set<ListName>();
  const followed = new Map<ListName, {readonly namespace: string; readonly stop: Dispose}>();
  const items = new WeakMap<readonly GlobalResource[], readonly GlobalItem[]>();
  let isFollowing = false;

  function peek(list: ListName): readonly GlobalItem[] {
    const {namespace} = host.state.selection.get();
    if (namespace === undefined) return NONE;
    const {queryKey} = listQuery(host.api, list, {namespace});
    const resources = queryClient.getQueryData<readonly GlobalResource[]>(queryKey);
    if (resources === undefined) return NONE;
    const known = items.get(resources) ?? resources.map(toGlobalItem);
    items.set(resources, known);
    return known;
  }

  /** Keeps what is wanted fresh, in the namespace that is selected now. */
  function update(): void {
    const {namespace} = host.state.selection.get();
    for (const list of wanted) {
      const before = followed.get(list);
      if (before?.namespace === namespace && isFollowing) continue;
      before?.stop();
      followed.delete(list);
      if (namespace === undefined || !isFollowing) continue;
      // The cache tells what changed; following keeps it going.
      followed.set(list, {namespace, stop: host.live.watch(list, {namespace}).listen(() => {})});
    }
  }

  return {
    peek,
    read(list) {
      if (!wanted.has(list)) {
        wanted.add(list);
        // Lists are read while components render, where nothing may begin.
        queueMicrotask(update);
      }
      return peek(list);
    },
    follow(onChange) {
      isFollowing = true;
      update();
      const stops = [
        host.state.selection.listen(update),
        queryClient.getQueryCache().subscribe(({query}) => {
          const queryKey = query.queryKey as readonly unknown[];
          if (queryKey[0] === 'openchoreo' && LISTS.some((list) => list === queryKey[1])) onChange();
        }),
      ];
      return () => {
        isFollowing = false;
        for (const stop of stops) stop();
        update();
      };
    },
  };
}
