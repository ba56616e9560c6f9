import type {OpenChoreoKey, OpenChoreoQuery} from '@openchoreo/portal-contract';
import {hashKey, useQuery, type UseQueryResult} from '@tanstack/react-query';
import {useEffect} from 'react';
import {usePortal} from '../portal-context.ts';

/**
 * `useQuery` for the platform's objects, kept up to date while the component is in the page:
 * `useLiveQuery(listQuery(host.api, 'components', scope))`. With `undefined` nothing is asked.
 */
export function useLiveQuery<T>(query: OpenChoreoQuery<T> | undefined): UseQueryResult<T> {
  const {live} = usePortal('useLiveQuery()').host;
  const hash = query && hashKey(query.queryKey);
  useEffect(() => {
    if (hash !== undefined) return live.follow(JSON.parse(hash) as OpenChoreoKey);
    return undefined;
  }, [live, hash]);
  return useQuery<T>({
    queryKey: query?.queryKey ?? ['openchoreo', 'none'],
    queryFn: ({signal}) => query?.queryFn({signal}) ?? Promise.reject(new TypeError('There is nothing to ask for.')),
    enabled: query !== undefined,
  });
}
