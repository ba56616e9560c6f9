import type {Boot, CompiledMessages, User} from './composition.ts';
import type {ModuleManifest} from './manifest.ts';
import type {Permission} from './permissions.ts';
import type {Scope} from './scope.ts';

/** What the host in a foreign page asks with `POST /embed/session`. */
export interface EmbedQuestion {
  /** Ids of the modules whose elements are in the page. */
  readonly modules: readonly string[];
  /** The page's language. */
  readonly lang: string;
}

/** What it gets: all that elements of these modules need to start. */
export interface EmbedSession {
  readonly user: User;
  /** The page's language where the portal speaks it, English otherwise. */
  readonly locale: string;
  readonly locales: readonly string[];
  /** What is selected where an element names nothing. */
  readonly scope: Scope;
  readonly profile: Boot['profile'];
  /** The modules asked for, as far as the person has them, and those that they need. */
  readonly modules: readonly EmbeddedModule[];
  readonly withheld: readonly WithheldFromEmbed[];
  /** Compiled messages of the portal itself: for errors, and where a part failed. */
  readonly messages: CompiledMessages;
  /** What was set of the modules' settings. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface EmbeddedModule {
  /** Address its manifest's entries are relative to: good for this person, origin and a time only. */
  readonly base: string;
  /** With what elements need to run; entries are files of the embedding build. */
  readonly manifest: ModuleManifest;
}

export interface WithheldFromEmbed {
  readonly id: string;
  readonly reason: 'unknown' | 'disabled' | 'denied';
  /** For `denied`. */
  readonly permission?: Permission;
}

/** A token of the sign-in window, as it is posted to the page that opened it and answered by `POST /embed/token`. */
export interface EmbedToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}
