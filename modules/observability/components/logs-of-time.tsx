import type {Scope} from '@openchoreo/portal-contract';
import {useHost, useStore, useText} from '@openchoreo/portal-react';
import SearchX from 'lucide/dist/esm/icons/search-x.mjs';
import {useMemo, useState, type ReactNode} from 'react';
import type config from '../module.config.ts';
import {useAnnouncement} from '../hooks/use-announcement.ts';
import {useLines} from '../hooks/use-lines.ts';
import {useTell} from '../hooks/use-tell.ts';
import type {LogsView} from '../types/logs-view.ts';
import {isOpenEnded, RANGES, toWindow} from '../utils/logs-view.ts';
import {LogList} from './log-list.tsx';
import {LogsStatus} from './logs-status.tsx';
import {EmptyState, ErrorState, LinesSkeleton} from './states.tsx';

interface LogsOfTimeProps {
  readonly scope: Scope;
  readonly view: LogsView;
  readonly wrap: boolean;
  readonly toLink: (line: string) => string;
  readonly onRefresh: () => void;
  /** Goes to the newest lines; absent where they are shown. */
  readonly onNow: (() => void) | undefined;
}

/** The lines of one question, from the moment it was asked. */
export function LogsOfTime({scope, view, wrap, toLink, onRefresh, onNow}: LogsOfTimeProps): ReactNode {
  const text = useText();
  const {settings} = useHost<typeof config>();
  const seconds = useStore(useMemo(() => settings.watch('interval'), [settings]));
  const [window] = useState(() => toWindow(view, Date.now()));
  const [isPaused, setIsPaused] = useState(false);
  const isLive = isOpenEnded(view) && !isPaused;
  const filter = {scope, levels: view.levels, text: view.text};
  const lines = useLines(filter, window, isLive ? Number(seconds) * 1000 : undefined);
  const announcement = useAnnouncement(lines.tail);
  useTell(scope, lines);

  return (
    <>
      <LogsStatus
        lines={lines}
        live={isOpenEnded(view) ? {isOn: isLive, toggle: () => setIsPaused(isLive)} : undefined}
        onRefresh={onRefresh}
        onNow={onNow}
        isLinked={view.line !== undefined}
      />
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
      {renderLines()}
    </>
  );

  function renderLines(): ReactNode {
    if (lines.status === 'error') return <ErrorState error={lines.error} retry={lines.retry} />;
    if (lines.status === 'pending') return <LinesSkeleton />;
    if (lines.lines.length === 0) return renderNothing();
    const isLong = Date.parse(window.to) - Date.parse(window.from) > RANGES['24h'] / 2;
    return (
      <LogList
        lines={lines}
        wrap={wrap}
        linked={view.line}
        phrase={view.text}
        withDate={isLong}
        withSource={scope.component === undefined || scope.environment === undefined}
        toLink={toLink}
      />
    );
  }

  function renderNothing(): ReactNode {
    const isFiltered = view.levels.length > 0 || view.text !== '';
    return (
      <EmptyState
        icon={SearchX}
        title={text(isFiltered ? 'logs.no-match.title' : 'logs.none.title')}
        text={text(isFiltered ? 'logs.no-match.text' : 'logs.none.text', {range: text(`range.${view.range}`)})}
      />
    );
  }
}
