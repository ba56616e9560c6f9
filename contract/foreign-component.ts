/** A component of another technology than custom elements, that an adapter makes an element of: React's, today. */
export type ForeignComponent =
  | ((props: never) => unknown)
  | (abstract new (props: never) => object)
  /** What React's `memo`, `forwardRef` and `lazy` make. */
  | {readonly $$typeof: symbol};
