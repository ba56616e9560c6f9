import type {PortalError} from '@openchoreo/portal-contract';
import {claimShortcuts} from '../commands/claim-shortcuts.ts';
import {createShortcutTable} from '../commands/shortcut-table.ts';
import type {ModuleRecord} from '../registry/module-record.ts';

/** A tab's list of modules is another object whenever it has changed. */
const found = new WeakMap<readonly ModuleRecord[], ReadonlyMap<string, PortalError>>();

/** Why commands of these modules do not have the shortcut that they claim, by their full id. */
export function refusedShortcuts(records: readonly ModuleRecord[]): ReadonlyMap<string, PortalError> {
  const before = found.get(records);
  if (before) return before;
  const {refused} = createShortcutTable(claimShortcuts(records.map(({head}) => head)));
  const errors = new Map(refused.map(({command, error}) => [command, error]));
  found.set(records, errors);
  return errors;
}
