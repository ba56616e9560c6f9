import {PortalError, SCOPE_FIELDS, type Permission, type Scope} from '@openchoreo/portal-contract';
import type {Command} from './command.ts';

export interface JudgeOptions {
  readonly selection: () => Scope;
  readonly can: (action: Permission, scope: Scope) => Promise<boolean>;
  /** Whether the person holds it in some scope. */
  readonly holds: (action: Permission, scope: Scope) => Promise<boolean>;
}

/** Why a command cannot be used now; `undefined` when it can. The guard of buttons, palette, keys and `run` alike. */
export async function judgeCommand(
  {title, data: {scope: needed}, permissions}: Command,
  {selection, can, holds}: JudgeOptions,
): Promise<PortalError<'PERMISSION_DENIED' | 'COMMAND_NEEDS_SCOPE'> | undefined> {
  const scope = selection();
  const missing = findMissingField(needed, scope);
  if (missing) return new PortalError('COMMAND_NEEDS_SCOPE', [title, missing]);
  const ask = needed === undefined ? holds : can;
  const held = await Promise.all(permissions.map((action) => ask(action, scope)));
  const lacking = permissions[held.indexOf(false)];
  return lacking === undefined ? undefined : new PortalError('PERMISSION_DENIED', [lacking]);
}

/** The first field that must be selected and is not. An environment needs no project above it, as nowhere else. */
export function findMissingField(needed: keyof Scope | undefined, scope: Scope): keyof Scope | undefined {
  if (needed === undefined) return undefined;
  const above =
    needed === 'environment' ? (['namespace'] as const) : SCOPE_FIELDS.slice(0, SCOPE_FIELDS.indexOf(needed));
  return [...above, needed].find((field) => !scope[field]);
}
