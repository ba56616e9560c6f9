import type {Boot, Perspective, Scope, Theme, User} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';
import type {Navigator} from '../routing/navigator.ts';
import {moveAddress} from '../routing/address.ts';
import type {ShellState} from '../services.ts';
import type {PreferenceKeeper} from './preferences.ts';
import {isSameScope} from './selection-query.ts';

export interface ShellStateOptions {
  readonly boot: Boot;
  readonly navigator: Navigator;
  readonly preferences: PreferenceKeeper;
  /** Loads the catalogues of the preferred language, calls back, and shows them. */
  readonly loadLanguage: (onLoaded: () => void) => Promise<void>;
}

/**
 * The shared values. Selection and perspective follow the address, and are changed by going to another address; a
 * change the person made is also kept as a preference, for addresses that name none.
 */
export function createShellState({boot, navigator, preferences, loadLanguage}: ShellStateOptions): ShellState {
  const $user = atom<User>(boot.session.user);
  const $selection = atom<Scope>(navigator.address.get().scope);
  const $perspective = atom<Perspective>(navigator.address.get().perspective);
  const $theme = atom<Theme>(boot.preferences.theme);
  const $locale = atom(boot.preferences.locale);

  navigator.address.listen(({scope, perspective}) => {
    if (!isSameScope(scope, $selection.get())) {
      $selection.set(scope);
      preferences.change({scope});
    }
    if (perspective !== $perspective.get()) $perspective.set(perspective);
  });

  return {
    user: $user,
    selection: $selection,
    perspective: $perspective,
    theme: $theme,
    locale: $locale,
    select(change) {
      const here = navigator.address.get();
      const moved = moveAddress(here, here.path, change);
      if (isSameScope(moved.scope, here.scope)) return;
      void navigator.visit({...here, scope: moved.scope}, 'push');
    },
    async setPerspective(perspective) {
      await navigator.switchTo(perspective);
      // Whoever stays for unsaved changes has not switched.
      if (navigator.address.get().perspective === perspective) preferences.change({perspective});
    },
    setTheme(theme) {
      $theme.set(theme);
      preferences.change({theme});
    },
    async setLocale(locale) {
      await preferences.save({locale});
      await loadLanguage(() => $locale.set(locale));
    },
  };
}
