import {PortalError} from '@openchoreo/portal-contract';
import type {Composer} from '../composition/index.ts';
import type {ModuleRegistry} from '../registry/index.ts';
import type {ActiveSession} from '../sessions/index.ts';

/** Whose code asked, as far as the session's composition confirms it: what an audit record says beside the person. */
export interface Attribution {
  /** `id@version` */
  readonly module?: string;
  /** The command that ran when it asked, by its full id. */
  readonly command?: string;
}

/**
 * Which module asks, and for which of its commands, by `x-portal-module` and `x-portal-command`. Among modules of one
 * page this names, and does not wall off; but a module that was taken away may ask nothing more (`MODULE_DISABLED`),
 * and what is no module, or no command that the module declares, is refused.
 */
export async function attribute(
  headers: Headers,
  session: ActiveSession,
  options: {readonly composer: Composer; readonly registry: ModuleRegistry},
): Promise<Attribution> {
  const header = headers.get('x-portal-module') ?? '';
  const command = headers.get('x-portal-command') ?? '';
  const [id = '', version] = header.split('@');
  if (header === '' || id === 'portal') {
    if (command !== '') throw refuse('x-portal-command', command, 'the module it is of in x-portal-module');
    return {};
  }
  const modules = await options.composer.modulesFor(session);
  const module = modules.find((one) => one.id === id);
  if (module === undefined) {
    if (options.registry.find(id) !== undefined) throw new PortalError('MODULE_DISABLED', [id]);
    throw refuse('x-portal-module', header, 'id@version');
  }
  const named = module.version === version ? header : id;
  if (command === '') return {module: named};
  const declared = module.manifest.contributes?.['portal.commands'] ?? [];
  if (declared.some((one) => `${id}.${one.id}` === command)) return {module: named, command};
  throw refuse('x-portal-command', command, `a command that the module '${id}' declares`);
}

function refuse(header: string, found: string, expected: string): PortalError {
  return new PortalError('INVALID_REQUEST', [`${header}: found '${found.slice(0, 80)}', expected ${expected}`]);
}
