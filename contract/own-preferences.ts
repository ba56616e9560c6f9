import type {Preferences} from './composition.ts';

/** What a person chooses for the whole portal, wherever they sign in. */
export type OwnPreference = Pick<Preferences, 'theme' | 'locale' | 'perspective' | 'singleKeys'>;

export interface OwnPreferences {
  /** The languages the portal speaks. */
  readonly locales: readonly string[];
  get(): OwnPreference;
  /**
   * Keeps what is named. Theme, language and single keys hold in this tab at once; the perspective is the one a page
   * without any in its address opens in. Resolves when it is kept and the language is shown; rejects when it could not
   * be kept.
   */
  set(change: Partial<OwnPreference>): Promise<void>;
}
