import type {HandlerContext, HandlerReference} from './handlers.ts';

/** A contribution to `portal.search`: finds things for what is typed into the command palette. */
export interface SearchProviderData {
  /** Heading of its results. */
  readonly title: string;
  /** Name of a lucide icon for results that have none. */
  readonly icon?: string;
  readonly handler: HandlerReference;
  /** Characters before it is asked. Default 2. */
  readonly minimum?: number;
}

/** One thing found: it opens a page or runs a command. */
export interface SearchResult {
  readonly title: string;
  readonly subtitle?: string;
  readonly icon?: string;
  readonly path?: string;
  /** Full id. */
  readonly command?: string;
  /** What the command gets. */
  readonly input?: unknown;
}

/**
 * The export that a provider's `handler` names: what it finds, best first. It has five seconds; more than twenty
 * results are cut off. Called again with every change of the text, when the signal of the call before is aborted.
 */
export type SearchHandler = (
  text: string,
  context: HandlerContext,
) => readonly SearchResult[] | Promise<readonly SearchResult[]>;
