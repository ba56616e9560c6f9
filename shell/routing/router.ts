import type {Host, RouteLocation} from '@openchoreo/portal-contract';

/** One element of a page: the route definition it stands for and the tag that shows it. */
export interface PagePart {
  /** The same for the same route definition of the same version, also when its manifest was read again. */
  readonly key: string;
  /** What the part stands for in the address: of the first from the root, of the others below the part before. */
  readonly path: string;
  readonly tag: string;
}

/** A page as the router shows it: one module's elements, each inside the one before. */
export interface PageView {
  readonly module: string;
  readonly host: Host;
  /** Without a trailing slash. */
  readonly path: string;
  readonly query: string;
  readonly location: RouteLocation;
  readonly parts: readonly PagePart[];
  /** Called when an element of the page throws, now or later. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Puts pages into the outlet. Addresses, history, guards and loading are not its business: a view comes when all is
 * decided and loaded.
 */
export interface Router {
  /**
   * Shows the view. Elements whose route and parameters did not change stay as they are and get the new location.
   * Resolves to the innermost element, or to undefined when another call came in between.
   */
  show(view: PageView): Promise<HTMLElement | undefined>;
  /** Empties the outlet. */
  clear(): void;
}
