import {PortalError} from '@openchoreo/portal-contract';
import type {Composer} from '../composition/index.ts';
import type {ModuleRegistry} from '../registry/index.ts';
import type {ActiveSession} from '../sessions/index.ts';

/**
 * Which module asks, as far as the session's composition confirms it. Among modules of one page this names, and does not
 * wall off; but a module that was taken away may ask nothing more (`MODULE_DISABLED`), and what is no module is refused.
 */
export async function attribute(
  header: string | undefined,
  session: ActiveSession,
  options: {readonly composer: Composer; readonly registry: ModuleRegistry},
): Promise<string | undefined> {
  if (header === undefined || header === '') return undefined;
  const [id = '', version] = header.split('@');
  if (id === 'portal') return undefined;
  const modules = await options.composer.modulesFor(session);
  const module = modules.find((one) => one.id === id);
  if (module !== undefined) return module.version === version ? header : id;
  if (options.registry.find(id) !== undefined) throw new PortalError('MODULE_DISABLED', [id]);
  throw new PortalError('INVALID_REQUEST', [`x-portal-module: found '${header.slice(0, 80)}', expected id@version`]);
}
