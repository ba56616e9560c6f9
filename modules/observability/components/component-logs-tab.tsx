import {baseStyles, buttonStyles, formStyles, pageStyles, stateStyles} from '@openchoreo/portal-lit';
import {useHost, useParams, useStore} from '@openchoreo/portal-react';
import type {ReactNode} from 'react';
import type config from '../module.config.ts';
import {useLogScope} from '../hooks/use-log-scope.ts';
import {LogsView} from './logs-view.tsx';
import {logsStyles} from './logs-styles.ts';
import {LinesSkeleton} from './states.tsx';

/** What one component wrote, as a tab of its page. */
export function ComponentLogsTab(): ReactNode {
  const {state} = useHost<typeof config>();
  const {namespace, environment} = useStore(state.selection);
  const {component} = useParams<'/components/:component'>();
  const scope = useLogScope({...(namespace && {namespace}), component, ...(environment && {environment})});
  const path = `/catalog/components/${encodeURIComponent(component)}?tab=observability.logs`;
  return <section className="logs tab">{scope ? <LogsView scope={scope} path={path} /> : <LinesSkeleton />}</section>;
}

ComponentLogsTab.styles = [baseStyles, pageStyles, buttonStyles, formStyles, stateStyles, logsStyles];
