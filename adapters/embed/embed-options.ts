import type {Scope} from '@openchoreo/portal-contract';

/** Gives an access token of the portal's own issuer; `refresh` says that the one before was refused. */
export type GetToken = (question: {readonly refresh: boolean}) => Promise<string | undefined> | string | undefined;

/** What an element wants the person to know. */
export interface EmbedNotice {
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
  readonly detail?: string;
}

/** What the embedding page decides; what it leaves out is the portal's to choose. */
export interface EmbedOptions {
  /** Who the person is. Without it elements show a button that opens the portal's sign-in window. */
  readonly getToken?: GetToken | undefined;
  /** Language of the elements; by default that of the page (`<html lang>`). */
  readonly locale?: string | undefined;
  /** What is selected where an element names nothing. */
  readonly scope?: Scope | undefined;
  /** Shows messages of elements in the page's own way; by default they go to the console. */
  readonly onNotice?: ((notice: EmbedNotice) => void) | undefined;
}

/** What `/embed/<module>.js` exports. */
export interface EmbeddedPortal {
  /** Changes what is named; elements that are in the page follow. */
  configure(options: EmbedOptions): void;
  /** Opens the portal's sign-in window: to be called while the page handles a click. Rejects when it is blocked. */
  signIn(): Promise<void>;
  /** Forgets the person. The session in the portal goes on. */
  signOut(): void;
}
