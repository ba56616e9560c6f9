import type {Columns, KeptCard} from './place-cards.ts';

/** Widths a card can have, of twelve columns. */
export const COLUMNS: readonly Columns[] = [3, 4, 6, 8, 12];

const MOST_ROWS = 6;

/** Cards while a person arranges them, in order; hidden ones and those that are not here now among them. */
export type Draft = readonly KeptCard[];

/** Puts the card where the other one is, which makes room in the direction the card came from. */
export function moveTo(draft: Draft, key: string, target: string): Draft {
  const [from, to] = [indexOf(draft, key), indexOf(draft, target)];
  const card = draft[from];
  if (card === undefined || to < 0 || from === to) return draft;
  const others = draft.filter((one) => one !== card);
  return [...others.slice(0, to), card, ...others.slice(to)];
}

/** Moves the card past the one before it (-1) or after it (1), among those that are `shown`. */
export function step(draft: Draft, key: string, by: -1 | 1, shown: readonly string[]): Draft {
  const target = shown[shown.indexOf(key) + by];
  return target === undefined ? draft : moveTo(draft, key, target);
}

/** Gives the card the nearest size there is. */
export function resize(draft: Draft, key: string, size: {readonly columns?: number; readonly rows?: number}): Draft {
  return change(draft, key, (card) => ({
    ...card,
    columns: size.columns === undefined ? card.columns : nearest(size.columns),
    rows: Math.max(1, Math.min(MOST_ROWS, Math.round(size.rows ?? card.rows))),
  }));
}

/** The next width there is, in that direction; the same at either end. */
export function widen(draft: Draft, key: string, by: -1 | 1): Draft {
  return change(draft, key, (card) => ({
    ...card,
    columns: COLUMNS[COLUMNS.indexOf(card.columns) + by] ?? card.columns,
  }));
}

export function setHidden(draft: Draft, key: string, hidden: boolean): Draft {
  return change(draft, key, ({hidden: _, ...card}) => (hidden ? {...card, hidden} : card));
}

/** Every card as it is kept, those that are not here now at the end, so that they come back in their size. */
export function toDraft(placed: readonly KeptCard[], kept: Draft = []): Draft {
  const here = placed.map(({key, columns, rows, hidden}): KeptCard => ({key, columns, rows, ...(hidden && {hidden})}));
  return [...here, ...kept.filter(({key}) => indexOf(here, key) < 0)];
}

function change(draft: Draft, key: string, to: (card: KeptCard) => KeptCard): Draft {
  return draft.map((card) => (card.key === key ? to(card) : card));
}

function nearest(columns: number): Columns {
  return COLUMNS.reduce((best, one) => (Math.abs(one - columns) < Math.abs(best - columns) ? one : best));
}

function indexOf(draft: Draft, key: string): number {
  return draft.findIndex((card) => card.key === key);
}
