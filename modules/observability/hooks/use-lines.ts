import {toLogsKey} from '@openchoreo/portal-contract';
import {useHost} from '@openchoreo/portal-react';
import {useInfiniteQuery, useQuery} from '@tanstack/react-query';
import {useMemo} from 'react';
import type config from '../module.config.ts';
import {readPage, type LineFilter} from '../services/read-page.ts';
import {NO_TAIL, readTail, type Tail} from '../services/read-tail.ts';
import type {TimeWindow} from '../types/logs-view.ts';
import {mergeLines, type NamedLine} from '../utils/merge-lines.ts';

export interface Lines {
  readonly status: 'pending' | 'error' | 'success';
  readonly error: unknown;
  /** The newest first. */
  readonly lines: readonly NamedLine[];
  /** How many there are in the whole time, as far as the observer counts. */
  readonly total: number;
  /** Whether older lines can be read. */
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  /** Whether older lines could not be read. */
  readonly hasMoreFailed: boolean;
  readonly readMore: () => void;
  readonly retry: () => void;
  /** What has come since, and whether the last attempt to look for it failed. */
  readonly tail: Tail;
  readonly tailReadAt: number;
  readonly isTailFailing: boolean;
}

/** The lines of a time, page by page; with an interval, also what is written from its end on. */
export function useLines(filter: LineFilter, window: TimeWindow, interval: number | undefined): Lines {
  const {observer} = useHost<typeof config>();
  const pages = useInfiniteQuery({
    ...toLogsKey({...filter, ...window}, {as: 'pages'}),
    queryFn: ({pageParam, signal}) => readPage(observer, {filter, window, to: pageParam, signal}),
    initialPageParam: window.to,
    getNextPageParam: ({next}) => next,
    // What was written stays as it is.
    staleTime: Infinity,
    gcTime: 60_000,
  });
  const tail = useQuery({
    ...toLogsKey({...filter, from: window.to, to: 'now'}, {as: 'tail'}),
    queryFn: ({signal, client, queryKey}) => {
      const before = client.getQueryData<Tail>(queryKey) ?? NO_TAIL;
      return readTail(observer, {filter, since: window.to, before, signal});
    },
    initialData: NO_TAIL,
    staleTime: interval ?? Infinity,
    gcTime: 60_000,
    enabled: interval !== undefined && pages.isSuccess,
    refetchInterval: interval ?? false,
    retry: false,
  });
  const lines = useMemo(
    () => mergeLines(tail.data.lines, ...(pages.data?.pages ?? []).map((page) => page.lines)),
    [tail.data, pages.data],
  );
  return {
    status: pages.status,
    error: pages.error,
    lines,
    total: (pages.data?.pages[0]?.total ?? 0) + tail.data.lines.length,
    hasMore: pages.hasNextPage,
    isReadingMore: pages.isFetchingNextPage,
    hasMoreFailed: pages.isFetchNextPageError,
    readMore: () => void pages.fetchNextPage(),
    retry: () => void pages.refetch(),
    tail: tail.data,
    tailReadAt: tail.dataUpdatedAt,
    isTailFailing: tail.isError,
  };
}
