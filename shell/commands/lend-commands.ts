import type {Commands, CommandState, ReadableStore} from '@openchoreo/portal-contract';
import {atom, onMount} from 'nanostores';

/** Commands whose code is fetched when the first one is asked about. */
export function lendCommands(load: () => Promise<Commands>): Commands {
  const lent = new Map<string, ReadableStore<CommandState | undefined>>();

  function watch(id: string): ReadableStore<CommandState | undefined> {
    const $state = atom<CommandState | undefined>();
    onMount($state, () => {
      let isLeft = false;
      let stop = (): void => void (isLeft = true);
      void load().then((commands) => {
        if (!isLeft) stop = commands.watch(id).subscribe((state) => $state.set(state));
      });
      return () => stop();
    });
    return $state;
  }

  return {
    run: async (id, input) => (await load()).run(id, input),
    press: async (id, input) => (await load()).press(id, input),
    watch(id) {
      const store = lent.get(id) ?? watch(id);
      lent.set(id, store);
      return store;
    },
  };
}
