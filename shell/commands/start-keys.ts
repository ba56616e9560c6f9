import type {Dispose, ReadableStore} from '@openchoreo/portal-contract';
import type {ModuleRecord} from '../registry/module-record.ts';
import type {ShellServices} from '../services.ts';
import {claimShortcuts} from './claim-shortcuts.ts';
import {listenKeys} from './listen-keys.ts';
import {createShortcutTable, type ShortcutTable} from './shortcut-table.ts';

/** Listens for keyboard shortcuts from now on. The commands themselves are fetched when the first one is pressed. */
export function startKeys(
  {state, preferences, commands, notices, messages}: ShellServices,
  modules: ReadableStore<readonly ModuleRecord[]>,
  report: (module: string, error: unknown) => void,
): Dispose {
  const told = new Set<string>();
  let table: ShortcutTable | undefined;

  function read(): ShortcutTable {
    if (table) return table;
    table = createShortcutTable(claimShortcuts(modules.get().map(({head}) => head)));
    for (const {command, error} of table.refused) {
      if (told.has(error.message)) continue;
      told.add(error.message);
      report(command.split('.')[0] ?? '', error);
    }
    return table;
  }

  const stopKeys = listenKeys({
    table: read,
    perspective: () => state.perspective.get(),
    singleKeys: () => preferences.get().singleKeys !== 'off',
    run: (command) =>
      void commands().then(
        (center) => center.press(command),
        (error: unknown) => void notices.show({kind: 'error', text: messages.error(error)}),
      ),
  });
  const stopModules = modules.listen(() => (table = undefined));
  return () => {
    stopKeys();
    stopModules();
  };
}
