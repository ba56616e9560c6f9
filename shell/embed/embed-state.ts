import {
  changeScope,
  type EmbedSession,
  type GlobalState,
  type Perspective,
  type Scope,
  type Theme,
  type User,
} from '@openchoreo/portal-contract';
import {atom, type WritableAtom} from 'nanostores';

export interface EmbedState extends GlobalState {
  readonly locale: WritableAtom<string>;
}

/** The shared values in a foreign page: its address is not the portal's, so that a selection lives as long as the page. */
export function createEmbedState({user, locale, scope}: EmbedSession, chosen: Scope | undefined): EmbedState {
  const $selection = atom<Scope>(chosen ?? scope);
  const $perspective = atom<Perspective>('development');
  return {
    user: atom<User>(user),
    selection: $selection,
    perspective: $perspective,
    theme: atom<Theme>('system'),
    locale: atom(locale),
    setPerspective: async (perspective) => $perspective.set(perspective),
    select: (change) => $selection.set(changeScope($selection.get(), change)),
  };
}
