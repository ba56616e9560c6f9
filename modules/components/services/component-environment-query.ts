import type {Component, OpenChoreoClient, OpenChoreoKey} from '@openchoreo/portal-contract';

/** The schema of the values a component may have in one environment, by its type and traits as they are now. */
export function componentEnvironmentQuery(
  api: OpenChoreoClient,
  {metadata: {namespace = '', name}}: Component,
): {queryKey: OpenChoreoKey; queryFn: (context: {signal: AbortSignal}) => Promise<unknown>} {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/components/${encodeURIComponent(name)}/schema`;
  return {
    queryKey: ['openchoreo', 'components', {namespace}, {name, view: 'schema'}],
    queryFn: ({signal}) => api.request(path, {signal}),
  };
}
