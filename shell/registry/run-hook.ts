import {PortalError} from '@openchoreo/portal-contract';
import {withTimeout} from './with-timeout.ts';

export interface HookRun {
  readonly module: string;
  readonly hook: string;
  readonly call: () => unknown;
  readonly timeout: number;
}

/**
 * Calls a hook and waits for what it gives back, as long as it has. Rejects with `HOOK_FAILED` and the cause: what it
 * threw, what it rejected with, or that it took too long.
 */
export async function runHook({module, hook, call, timeout}: HookRun): Promise<void> {
  const late = (): Error => new Error(`${hook} did not finish within ${timeout} ms.`);
  try {
    await withTimeout(Promise.resolve().then(call), timeout, late);
  } catch (cause) {
    throw new PortalError('HOOK_FAILED', [module, hook], {cause});
  }
}
