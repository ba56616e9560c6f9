import {useText} from '@openchoreo/portal-react';
import {useVirtualizer} from '@tanstack/react-virtual';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import {useEffect, useEffectEvent, useId, useRef, useState, type ClipboardEvent, type ReactNode} from 'react';
import {useFollowTop} from '../hooks/use-follow-top.ts';
import type {Lines} from '../hooks/use-lines.ts';
import {useRowKeys} from '../hooks/use-row-keys.ts';
import {readLineId} from '../utils/line-id.ts';
import {toCopyText} from '../utils/to-copy-text.ts';
import {Icon} from './icon.tsx';
import {LogRow, type RowLook} from './log-row.tsx';

interface LogListProps extends RowLook {
  readonly lines: Lines;
  readonly wrap: boolean;
  /** The line that a link leads to. */
  readonly linked: string | undefined;
}

/** Rows that may be needed next. */
const AHEAD = 40;

/**
 * The lines as a grid whose rows open, and which draws only the rows in view. It is one stop of the Tab key: arrow keys
 * move from line to line, Enter opens one, and what copies copies it.
 */
export function LogList({lines, wrap, linked, ...look}: LogListProps): ReactNode {
  const text = useText();
  const gridId = useId();
  const list = useRef<HTMLDivElement>(null);
  const {lines: rows, waiting, onScroll, goToTop} = useFollowTop(lines.lines, list);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(linked === undefined ? [] : [linked]));
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions are called anew in each render, as here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => 26,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const toggle = (id: string): void => {
    setOpen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  };
  const {active, onKeyDown, choose} = useRowKeys(rows, {
    initial: linked,
    page: 20,
    show: (index) => virtualizer.scrollToIndex(index),
    open: toggle,
  });
  const items = virtualizer.getVirtualItems();

  const lastIndex = items.at(-1)?.index ?? 0;
  const readMore = useEffectEvent(() => {
    if (lines.hasMore && !lines.isReadingMore && !lines.hasMoreFailed && lastIndex >= rows.length - AHEAD)
      lines.readMore();
  });
  useEffect(() => readMore(), [lastIndex, rows.length, lines.isReadingMore]);

  const at = linked === undefined ? -1 : rows.findIndex(({id}) => id === linked);
  const showLinked = useEffectEvent(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, {align: 'center'});
    else if (linked && isOlder(linked, rows.at(-1)?.id) && lines.hasMore && !lines.isReadingMore) lines.readMore();
  });
  useEffect(() => showLinked(), [at, rows.length]);

  const onCopy = (event: ClipboardEvent): void => {
    const row = rows.find(({id}) => id === active);
    if (row === undefined || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', toCopyText([row.line]));
  };
  const toRowId = (id: string): string => `${gridId}${id}`;
  const isActiveDrawn = items.some(({index}) => rows[index]?.id === active);

  return (
    <div className="list-frame">
      {waiting > 0 && (
        <button className="button small waiting" type="button" onClick={goToTop}>
          <Icon nodes={ArrowUp} size={14} /> {text('live.waiting', {count: waiting})}
        </button>
      )}
      <div
        ref={list}
        className={wrap ? 'list wrap' : 'list'}
        role="treegrid"
        tabIndex={0}
        aria-label={text('logs.list')}
        aria-rowcount={lines.hasMore ? -1 : rows.length}
        aria-activedescendant={active && isActiveDrawn ? toRowId(active) : undefined}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      >
        <div role="rowgroup" className="rows" style={{height: virtualizer.getTotalSize()}}>
          {items.map(({index, start, key}) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={key}
                role="presentation"
                className="place"
                data-index={index}
                ref={virtualizer.measureElement}
                style={{transform: `translateY(${start}px)`}}
              >
                <LogRow
                  {...look}
                  row={row}
                  id={toRowId(row.id)}
                  isActive={row.id === active}
                  isOpen={open.has(row.id)}
                  isLinked={row.id === linked}
                  onToggle={() => {
                    choose(row.id);
                    toggle(row.id);
                  }}
                />
              </div>
            );
          })}
        </div>
        <ListEnd lines={lines} />
      </div>
    </div>
  );
}

/** What is below the last line. */
function ListEnd({lines}: {readonly lines: Lines}): ReactNode {
  const text = useText();
  if (lines.hasMoreFailed) {
    return (
      <p className="end">
        {text('logs.more.failed')}{' '}
        <button className="button small" type="button" onClick={lines.readMore}>
          {text('retry')}
        </button>
      </p>
    );
  }
  return <p className="end">{text(lines.hasMore ? 'logs.more' : 'logs.end')}</p>;
}

function isOlder(line: string, than: string | undefined): boolean {
  const [at, oldest] = [readLineId(line)?.at, than === undefined ? undefined : readLineId(than)?.at];
  return at !== undefined && oldest !== undefined && at <= oldest;
}
