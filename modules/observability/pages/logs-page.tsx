import {baseStyles, buttonStyles, formStyles, pageStyles, stateStyles} from '@openchoreo/portal-lit';
import {useGlobalStore, useHost, useStore, useText} from '@openchoreo/portal-react';
import Layers from 'lucide/dist/esm/icons/layers.mjs';
import type {ReactNode} from 'react';
import type config from '../module.config.ts';
import {LogsView} from '../components/logs-view.tsx';
import {logsStyles} from '../components/logs-styles.ts';
import {EmptyState, LinesSkeleton} from '../components/states.tsx';
import {useLogScope} from '../hooks/use-log-scope.ts';

/** What the selection's components wrote. */
export function LogsPage(): ReactNode {
  const text = useText();
  const {state, navigation} = useHost<typeof config>();
  const selection = useStore(state.selection);
  const scope = useLogScope(selection);
  return (
    <div className="page logs">
      <header className="page-header">
        <h1 tabIndex={-1}>{text('nav.logs')}</h1>
        <Place />
      </header>
      {selection.namespace ? (
        scope ? (
          <LogsView scope={scope} path="/observability/logs" />
        ) : (
          <LinesSkeleton />
        )
      ) : (
        <EmptyState
          icon={Layers}
          title={text('namespace.title')}
          text={text('namespace.text')}
          action={
            <a className="button primary" href={navigation.href('/')}>
              {text('namespace.action')}
            </a>
          }
        />
      )}
    </div>
  );
}

LogsPage.styles = [baseStyles, pageStyles, buttonStyles, formStyles, stateStyles, logsStyles];

/** Whose lines they are, in the names that people gave. */
function Place(): ReactNode {
  const {currentProject, currentComponent, currentEnvironment} = useGlobalStore();
  const names = [currentProject, currentComponent, currentEnvironment].flatMap((item) => item?.displayName ?? []);
  return names.length > 0 ? <p className="muted place-name">{names.join(' / ')}</p> : null;
}
