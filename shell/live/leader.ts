import type {Dispose} from '@openchoreo/portal-contract';

/**
 * Runs `lead` in one tab of the browser at a time: in the first that asked, and when that one closes, in the next.
 * `lead` gets a signal that aborts when it must stop. The undo leaves the queue, or gives up the lead.
 */
export function followLeader(name: string, lead: (signal: AbortSignal) => void, locks = navigator.locks): Dispose {
  const stop = new AbortController();
  const {signal} = stop;
  const hold = (): Promise<void> =>
    new Promise((resolve) => {
      signal.addEventListener('abort', () => resolve(), {once: true});
      lead(signal);
    });
  // Rejects when the undo comes before the lead did: that is what was asked for.
  locks.request(name, {signal}, hold).catch(() => {});
  return () => stop.abort();
}
