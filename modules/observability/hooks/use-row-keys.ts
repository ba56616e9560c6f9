import {useState, type KeyboardEvent} from 'react';
import type {NamedLine} from '../utils/merge-lines.ts';

export interface RowKeys {
  /** Name of the line that keys work on. */
  readonly active: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly choose: (id: string) => void;
}

/** Moves from line to line by keys, as in a grid. */
export function useRowKeys(
  rows: readonly NamedLine[],
  options: {
    readonly initial: string | undefined;
    /** Lines that Page Up and Page Down go. */
    readonly page: number;
    readonly show: (index: number) => void;
    readonly open: (id: string) => void;
  },
): RowKeys {
  const [active, choose] = useState(options.initial);
  const at = rows.findIndex(({id}) => id === active);

  function goTo(index: number): void {
    const next = Math.max(0, Math.min(index, rows.length - 1));
    choose(rows[next]?.id);
    options.show(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + options.page,
      PageUp: at - options.page,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    if (next !== undefined) goTo(next);
    else if ((event.key === 'Enter' || event.key === ' ') && active !== undefined) options.open(active);
    else return;
    event.preventDefault();
  }

  return {active, onKeyDown, choose};
}
