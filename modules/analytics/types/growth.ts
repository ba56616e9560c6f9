/** How many came in each period, and how many there were at its end. */
export interface Growth {
  readonly created: readonly number[];
  readonly total: readonly number[];
}
