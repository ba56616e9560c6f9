import type {Boot} from './composition.ts';
import type {ComponentReference} from './manifest.ts';

/** A page to be drawn on the server. */
export interface PrerenderRequest {
  readonly boot: Boot;
  /** Path and query of the page, as the browser asked for it. */
  readonly address: string;
  readonly module: string;
  readonly component: ComponentReference;
  /** Of this answer's security policy: style sheets without it are refused. */
  readonly nonce: string;
}

export interface PrerenderedPage {
  readonly markup: string;
  /** Whether everything the page shows is in the markup, data included: nothing is left for the browser to fetch. */
  readonly isComplete: boolean;
}

/**
 * What the server half of the shell exports as `prerender`, built beside the client's files and loaded by the gateway.
 * Resolves to nothing for a page that asks for no drawing; rejects when drawing fails.
 */
export type Prerender = (
  request: PrerenderRequest,
  /** Imports the server's build of a module's file, by the address browsers fetch it from. */
  load: (address: string) => Promise<Readonly<Record<string, unknown>>>,
) => Promise<PrerenderedPage | undefined>;
