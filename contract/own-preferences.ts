import type {Preferences} from './composition.ts';

/** What a person chooses for the whole portal, wherever they sign in. */
export type OwnPreference = Pick<Preferences, 'theme' | 'locale' | 'perspective'>;

export interface OwnPreferences {
  /** The languages the portal speaks. */
  readonly locales: readonly string[];
  get(): OwnPreference;
  /**
   * Keeps what is named. Theme and language hold in this tab at once; the perspective is the one a page without any
   * in its address opens in. Resolves when the language is shown.
   */
  set(change: Partial<OwnPreference>): Promise<void>;
}
