import type {OpenChoreoGlobal} from './global-object.ts';

declare global {
  interface Window {
    OpenChoreo?: OpenChoreoGlobal;
  }
}

/** One turn after the other, for the whole page. */
const turns = {last: Promise.resolve()};

/**
 * Runs a consumer's bundle with its own global in place, one consumer after the other: what the bundle reads at the top
 * of its file is its own. Afterwards the global stays, for code that reads it later.
 */
export function loadInTurn(own: OpenChoreoGlobal, load: () => Promise<unknown>): Promise<void> {
  const turn = turns.last.then(async () => {
    window.OpenChoreo = own;
    await load();
  });
  turns.last = turn.catch(() => {});
  return turn;
}
