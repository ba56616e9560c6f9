import type {Dispose, ReadableStore} from '@openchoreo/portal-contract';
import type {ShellServices} from '../services.ts';
import {listenKeys} from './listen-keys.ts';
import type {ShortcutTable} from './shortcut-table.ts';

/** Listens for keyboard shortcuts from now on. Loaded after the first page. */
export async function startCommands(
  services: ShellServices,
  modules: ReadableStore<unknown>,
  report: (module: string, error: unknown) => void,
): Promise<Dispose> {
  const center = await services.commands();
  const told = new Set<string>();
  let table: ShortcutTable | undefined;

  function read(): ShortcutTable {
    table ??= center.shortcuts();
    for (const {command, error} of table.refused) {
      if (told.has(error.message)) continue;
      told.add(error.message);
      report(command.split('.')[0] ?? '', error);
    }
    return table;
  }

  const stopKeys = listenKeys({
    table: read,
    perspective: () => services.state.perspective.get(),
    singleKeys: () => services.preferences.get().singleKeys !== 'off',
    run: (command) => void center.press(command),
  });
  const stopModules = modules.listen(() => (table = undefined));
  return () => {
    stopKeys();
    stopModules();
  };
}
