/** How many have one value. */
export interface Count<K extends string = string> {
  readonly key: K;
  readonly count: number;
}
