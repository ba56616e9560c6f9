import {PortalError, type ModuleHead, type PortalClient} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';
import {isPortalError, toPortalError} from '../errors/to-portal-error.ts';
import type {Registry} from './registry.ts';

const pending = z.object({
  id: z.string(),
  hook: z.enum(['onInstall', 'onUpdate', 'onUninstall']),
  from: z.optional(z.string()),
  /** Of a module that is gone: what runs its hook has to know of it. */
  module: z.optional(z.object({name: z.string(), version: z.string(), base: z.string()})),
});
const claimed = z.extend(pending, {claim: z.string()});

const URL = '/api/portal/installs';

export interface HookRunner {
  readonly registry: Pick<Registry, 'find' | 'register' | 'runHook'>;
  readonly services: {readonly portal: PortalClient};
  readonly report: (module: string, error: unknown) => void;
}

/**
 * Runs the hooks that are due once for the whole portal, one after the other, of modules this tab has and of those that
 * were removed. Each is claimed first: of several tabs and operators one runs it. What came of it is told to the
 * gateway, also that it failed.
 */
export async function runPortalHooks({registry, services: {portal}, report}: HookRunner): Promise<void> {
  const due = await readDue();
  for (const {id, hook} of due) {
    if (!registry.find(id) && hook !== 'onUninstall') continue;
    try {
      await runOne(id);
    } catch (error) {
      report(id, error);
    }
  }

  async function readDue(): Promise<readonly z.infer<typeof pending>[]> {
    try {
      return z.array(pending).parse(await portal.request(URL));
    } catch (error) {
      // The profile knows in which scopes an action is held, the gateway whether that is enough.
      if (!isPortalError(error) || error.code !== 'PERMISSION_DENIED') report('portal', error);
      return [];
    }
  }

  async function runOne(id: string): Promise<void> {
    const answer = await portal.request(`${URL}/${id}`, {method: 'POST'});
    if (answer === undefined) return;
    const {hook, from, claim, module} = claimed.parse(answer);
    const forget = module && !registry.find(id) ? registry.register(toHead(id, module)) : undefined;
    const failure = await registry.runHook(id, hook, ...(from === undefined ? [] : [from])).then(
      () => undefined,
      (cause: unknown) => toPortalError(cause, () => new PortalError('HOOK_FAILED', [id, hook], {cause})),
    );
    forget?.();
    const error = failure && `${failure.message}${failure.cause instanceof Error ? ` ${failure.cause.message}` : ''}`;
    await portal.request(`${URL}/${id}`, {method: 'PUT', body: {claim, ...(error && {error: error.slice(0, 2000)})}});
    if (failure) report(id, failure);
  }
}

/** As much as its hook needs: it has no pages and no place in the navigation any more. */
function toHead(id: string, {name, version, base}: NonNullable<z.infer<typeof pending>['module']>): ModuleHead {
  return {id, name, version, manifest: `${base}manifest.json?lang=en`};
}
