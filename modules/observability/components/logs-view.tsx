import type {Scope} from '@openchoreo/portal-contract';
import {useHost, useLocation, useNavigate, usePermission, useStore, useText} from '@openchoreo/portal-react';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import {useMemo, useState, type ReactNode} from 'react';
import type config from '../module.config.ts';
import type {LogsView as View} from '../types/logs-view.ts';
import {isOpenEnded, parseLogsView, toLogsQuery} from '../utils/logs-view.ts';
import {LogsOfTime} from './logs-of-time.tsx';
import {LogsToolbar} from './logs-toolbar.tsx';
import {EmptyState} from './states.tsx';

interface LogsViewProps {
  readonly scope: Scope;
  /** Where the view stands: the path that its filters are added to. */
  readonly path: string;
}

/** Filters and lines of a scope; what is chosen stands in the address. */
export function LogsView({scope, path}: LogsViewProps): ReactNode {
  const text = useText();
  const {settings, navigation} = useHost<typeof config>();
  const {query} = useLocation();
  const go = useNavigate();
  const wrap = useStore(useMemo(() => settings.watch('wrap'), [settings]));
  const [round, setRound] = useState(0);
  const allowed = usePermission('logs:view', scope);
  const view = parseLogsView(query);

  const toPath = (next: View): string => {
    const own = new URL(path, 'https://portal.invalid');
    for (const [name, value] of toLogsQuery(next)) own.searchParams.set(name, value);
    return own.pathname + own.search;
  };
  // Whoever changes a filter is done with the line that a link led to.
  const show = (change: Partial<View>): void => {
    const {levels, text: phrase, range, from, to} = view;
    const kept = {levels, text: phrase, range, ...(from && {from}), ...(to && {to})};
    go(toPath({...kept, ...change}), {replace: true});
  };

  if (allowed === false) {
    return <EmptyState icon={Lock} title={text('denied.title')} text={text('denied.text')} />;
  }
  return (
    <>
      <LogsToolbar scope={scope} view={view} show={show} wrap={wrap} />
      {allowed && (
        <LogsOfTime
          // Another question is another list, from its top.
          key={JSON.stringify([scope, view, round])}
          scope={scope}
          view={view}
          wrap={wrap}
          toLink={(line) => navigation.href(toPath({...view, line}))}
          onRefresh={() => setRound(round + 1)}
          onNow={isOpenEnded(view) ? undefined : () => show({range: view.range === 'custom' ? '1h' : view.range})}
        />
      )}
    </>
  );
}
