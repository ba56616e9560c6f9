import {useState, type RefObject} from 'react';
import type {NamedLine} from '../utils/merge-lines.ts';

export interface FollowedLines {
  /** What is to be shown. */
  readonly lines: readonly NamedLine[];
  /** How many newer ones wait until somebody looks at the top. */
  readonly waiting: number;
  /** To be called as the list scrolls. */
  readonly onScroll: () => void;
  readonly goToTop: () => void;
}

/** Whoever looks at the top sees what comes; whoever reads further down is not moved by it. */
export function useFollowTop(lines: readonly NamedLine[], list: RefObject<HTMLElement | null>): FollowedLines {
  const [heldAt, setHeldAt] = useState<string>();
  const index = heldAt === undefined ? 0 : lines.findIndex(({id}) => id === heldAt);
  const waiting = Math.max(0, index);
  return {
    lines: waiting === 0 ? lines : lines.slice(waiting),
    waiting,
    onScroll() {
      const isAtTop = (list.current?.scrollTop ?? 0) < 8;
      if (isAtTop) setHeldAt(undefined);
      else if (heldAt === undefined) setHeldAt(lines[0]?.id);
    },
    goToTop() {
      setHeldAt(undefined);
      list.current?.scrollTo({top: 0});
    },
  };
}
