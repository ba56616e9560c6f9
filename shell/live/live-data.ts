import {
  listQuery,
  type Dispose,
  type KindName,
  type LiveData,
  type OpenChoreoClient,
  type OpenChoreoKey,
  type Preview,
  type ReadableStore,
  type ResourceChange,
  type Scope,
  type Watched,
} from '@openchoreo/portal-contract';
import {QueryObserver, type QueryClient, type QueryObserverResult} from '@tanstack/query-core';
import {atom, onMount} from 'nanostores';
import type {Previews} from './previews.ts';

export interface ShellLiveData extends LiveData {
  /** Whether the platform's changes are heard at the moment; asked for again and again while they are not. */
  setHeard(heard: boolean): void;
}

export interface LiveDataOptions {
  readonly queryClient: QueryClient;
  readonly api: OpenChoreoClient;
  /** The platform does not tell of its changes. */
  readonly polls: boolean;
  /** Milliseconds between two questions where nothing tells. */
  readonly interval?: number;
}

/** Live data for the modules. What asks again, and what shows changes before they are made, is fetched when needed. */
export function createLiveData({queryClient, api, polls, interval = 15_000}: LiveDataOptions): ShellLiveData {
  const watched = new Map<string, ReadableStore<Watched<never>>>();
  const followed = new Map<object, OpenChoreoKey>();
  let isHeard = !polls;
  let stopPolling: Dispose | undefined;
  let previews: Promise<Previews> | undefined;

  function update(): void {
    const wanted = !isHeard && followed.size > 0;
    if (!wanted) stopPolling?.();
    if (wanted === (stopPolling !== undefined)) return;
    let isStopped = false;
    stopPolling = wanted ? () => void (isStopped = true) : undefined;
    if (!wanted) return;
    void import('./poll-queries.ts').then(({pollQueries}) => {
      if (!isStopped) stopPolling = pollQueries(queryClient, () => followed.values(), interval);
    });
  }

  function follow(queryKey: OpenChoreoKey): Dispose {
    const entry = {};
    followed.set(entry, queryKey);
    update();
    return () => {
      if (followed.delete(entry)) update();
    };
  }

  function watch(kind: KindName, scope: Scope): ReadableStore<Watched<never>> {
    const options = listQuery(api, kind, scope);
    const name = JSON.stringify(options.queryKey);
    const made = watched.get(name);
    if (made) return made;
    const $list = atom<Watched<never>>({status: 'pending'});
    onMount($list, () => {
      const observer = new QueryObserver(queryClient, options);
      const stops = [observer.subscribe((result) => $list.set(toWatched(result))), follow(options.queryKey)];
      $list.set(toWatched(observer.getCurrentResult()));
      return () => {
        watched.delete(name);
        for (const stop of stops) stop();
      };
    });
    watched.set(name, $list);
    return $list;
  }

  function preview(change: ResourceChange): Preview {
    previews ??= import('./previews.ts').then(({createPreviews}) => createPreviews(queryClient));
    const shown = previews.then((all) => all.show(change));
    return {
      turn: shown.then(({turn}) => turn),
      confirm: (answer) => void shown.then((one) => one.confirm(answer)),
      undo: () => void shown.then((one) => one.undo()),
    };
  }

  return {
    watch,
    follow,
    preview: preview as LiveData['preview'],
    setHeard(heard) {
      isHeard = heard && !polls;
      update();
    },
  };
}

function toWatched({status, data, error}: QueryObserverResult): Watched<never> {
  if (status === 'pending') return {status};
  if (status === 'success') return {status, data: data as never};
  return {status, error, ...(data !== undefined && {data: data as never})};
}
