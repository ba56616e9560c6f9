import type {Contribution, DashboardCard} from '@openchoreo/portal-contract';

export type Columns = NonNullable<DashboardCard['columns']>;

/** What a person keeps of one card, in the order of the page. */
export interface KeptCard {
  readonly key: string;
  readonly columns: Columns;
  readonly rows: number;
  readonly hidden?: boolean;
}

export interface PlacedCard extends KeptCard {
  readonly card: Contribution<DashboardCard>;
}

/**
 * The cards as the person arranged them. What the person has not seen yet comes after the rest, in its own order and
 * size; what is kept of a card that is not there now is left out.
 */
export function placeCards(
  cards: readonly Contribution<DashboardCard>[],
  kept: readonly KeptCard[] = [],
): readonly PlacedCard[] {
  const keys = kept.map(({key}) => key);
  const placed = cards.map((card): PlacedCard => ({
    key: card.key,
    columns: card.data.columns ?? 4,
    rows: card.data.rows ?? 2,
    ...kept[keys.indexOf(card.key)],
    card,
  }));
  const rank = ({key}: KeptCard): number => keys.indexOf(key) + 1 || Infinity;
  return placed.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
