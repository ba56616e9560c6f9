import type {Dispose} from '@openchoreo/portal-contract';

/** Runs until the signal aborts. `handedOver`: another tab led before, and nobody did for a moment. */
export type Lead = (signal: AbortSignal, handedOver: boolean) => void;

/**
 * Runs `lead` in one tab of the browser at a time: in the first that asked, and when that one closes, in the next.
 * The undo leaves the queue, or gives up the lead. Where the browser has no locks (a page that is not secure), every tab
 * leads itself.
 */
export function followLeader(name: string, lead: Lead): Dispose {
  const stop = new AbortController();
  const {signal} = stop;
  const {locks} = navigator as {locks?: LockManager};
  if (locks) void waitForLead(name, lead, {locks, signal});
  else lead(signal, false);
  return () => stop.abort();
}

async function waitForLead(
  name: string,
  lead: Lead,
  {locks, signal}: {locks: LockManager; signal: AbortSignal},
): Promise<void> {
  const hold = (handedOver: boolean): Promise<void> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(), {once: true});
      if (signal.aborted) resolve();
      else lead(signal, handedOver);
    });
  const didLead = await locks.request(name, {ifAvailable: true}, async (lock) => {
    if (lock) await hold(false);
    return lock !== null;
  });
  // Rejects when the undo comes before the lead did: that is what was asked for.
  if (!didLead) await locks.request(name, {signal}, () => hold(true)).catch(() => {});
}
