import type {ModuleHead} from '@openchoreo/portal-contract';
import type {ShortcutClaim} from './shortcut-table.ts';

/** The list of shortcuts itself. */
export const LIST_SHORTCUT: ShortcutClaim = {command: 'portal.shortcuts', keys: '?'};

/** The shortcuts of the portal and of all modules, from the index alone: nothing is fetched for them. */
export function claimShortcuts(heads: readonly ModuleHead[]): readonly ShortcutClaim[] {
  const others = heads.flatMap((head) =>
    (head.shortcuts ?? []).map(({command, keys, perspective}) => ({
      command: `${head.id}.${command}`,
      keys,
      perspective: perspective ?? head.perspective,
    })),
  );
  return [LIST_SHORTCUT, ...others];
}
