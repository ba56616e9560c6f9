import {resourceQuery, type Scope} from '@openchoreo/portal-contract';
import {useHost} from '@openchoreo/portal-react';
import {useQuery} from '@tanstack/react-query';
import type config from '../module.config.ts';

/**
 * A selection as the observer takes it, where a component needs its project; `undefined` while the component is read to
 * learn it, and where no namespace is chosen.
 */
export function useLogScope({namespace, project, component, environment}: Scope): Scope | undefined {
  const {api} = useHost<typeof config>();
  const unknown = component !== undefined && project === undefined;
  const {data, isError} = useQuery({
    ...resourceQuery(api, 'components', {...(namespace && {namespace})}, component ?? ''),
    enabled: unknown && namespace !== undefined,
  });
  const owner = project ?? data?.spec?.owner.projectName;
  if (namespace === undefined) return undefined;
  if (unknown && owner === undefined && !isError) return undefined;
  return {
    namespace,
    ...(owner !== undefined && {project: owner}),
    ...(component !== undefined && owner !== undefined && {component}),
    ...(environment !== undefined && {environment}),
  };
}
