import {PortalError, type ModuleDefinition, type ModuleHead} from '@openchoreo/portal-contract';

type Hooks = NonNullable<ModuleDefinition['hooks']>;

/** The hooks of a module's main export. Throws `ACTIVATION_FAILED` when one is something else than a function. */
export function readHooks(head: ModuleHead, definition: unknown): Hooks {
  const hooks = isRecord(definition) ? definition['hooks'] : undefined;
  if (hooks === undefined) return {};
  for (const name of ['onInstall', 'onUpdate', 'onActivate', 'onDeactivate', 'onUninstall']) {
    const hook = isRecord(hooks) ? hooks[name] : null;
    if (hook === undefined || typeof hook === 'function') continue;
    throw new PortalError('ACTIVATION_FAILED', [head.id], {cause: new TypeError(`hooks.${name} is not a function`)});
  }
  return hooks as Hooks;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
