import {Gated, useHost, useMessages, useText} from '@openchoreo/portal-react';
import ArrowUpToLine from 'lucide/dist/esm/icons/arrow-up-to-line.mjs';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import Download from 'lucide/dist/esm/icons/download.mjs';
import Pause from 'lucide/dist/esm/icons/pause.mjs';
import Play from 'lucide/dist/esm/icons/play.mjs';
import RefreshCw from 'lucide/dist/esm/icons/refresh-cw.mjs';
import type {ReactNode} from 'react';
import type config from '../module.config.ts';
import {useCopy} from '../hooks/use-copy.ts';
import type {Lines} from '../hooks/use-lines.ts';
import {saveText} from '../utils/save-text.ts';
import {toCopyText} from '../utils/to-copy-text.ts';
import {Icon} from './icon.tsx';

/** The observer counts no further. */
const MOST_COUNTED = 1000;

interface LogsStatusProps {
  readonly lines: Lines;
  readonly live: {readonly isOn: boolean; readonly toggle: () => void} | undefined;
  readonly isLinked: boolean;
  readonly onRefresh: () => void;
  readonly onNow: (() => void) | undefined;
}

/** How many lines there are, whether new ones come, and what can be done with them all. */
export function LogsStatus({lines, live, isLinked, onRefresh, onNow}: LogsStatusProps): ReactNode {
  const text = useText();
  const messages = useMessages();
  const copy = useCopy();
  const {permissions} = useHost<typeof config>();
  const all = lines.lines.map(({line}) => line);
  const download = permissions.guard('export:data', () => saveText('logs.txt', toCopyText(all)));
  return (
    <div className="status">
      {live && (
        <button
          className={live.isOn ? 'button small live on' : 'button small live'}
          type="button"
          onClick={live.toggle}
        >
          <Icon nodes={live.isOn ? Pause : Play} size={14} /> {text(live.isOn ? 'live.pause' : 'live.resume')}
        </button>
      )}
      {onNow && (
        <button className="button small" type="button" onClick={onNow}>
          <Icon nodes={ArrowUpToLine} size={14} /> {text('live.now')}
        </button>
      )}
      <span className="muted count">{toCount()}</span>
      <span className="spacer" />
      <button
        className="button small ghost icon-only"
        type="button"
        aria-label={text('refresh')}
        title={text('refresh')}
        onClick={onRefresh}
      >
        <Icon nodes={RefreshCw} size={14} />
      </button>
      <button
        className="button small ghost"
        type="button"
        disabled={all.length === 0}
        onClick={() => copy(toCopyText(all), text('copy.all.done', {count: all.length}))}
      >
        <Icon nodes={Copy} size={14} /> {text('copy.all')}
      </button>
      <Gated permission="export:data">
        <button
          className="button small ghost"
          type="button"
          disabled={all.length === 0}
          onClick={() => void download()}
        >
          <Icon nodes={Download} size={14} /> {text('download')}
        </button>
      </Gated>
    </div>
  );

  function toCount(): string {
    if (lines.isTailFailing) return text('live.failing');
    if (lines.status !== 'success') return '';
    if (isLinked) return text('line.around');
    const shown = messages.number(all.length);
    if (!lines.hasMore) return text('logs.all', {shown, count: all.length});
    if (all.length >= MOST_COUNTED) return text('logs.so-far', {shown});
    const total = lines.total < MOST_COUNTED ? messages.number(lines.total) : text('logs.many');
    return text('logs.some', {shown, total});
  }
}
