import {setImmediate} from 'node:timers/promises';
import {addLines, type Line} from '../cluster/pod-lines.ts';
import type {Pod} from '../cluster/pods.ts';
import {ObserverError} from './observer-error.ts';

export interface LineSearch {
  readonly pods: readonly Pod[];
  /** In milliseconds, both ends included. */
  readonly from: number;
  readonly to: number;
  readonly newestFirst: boolean;
  readonly accepts: (line: Line) => boolean;
  /** It ends when that many are found. */
  readonly most: number;
  /** Aborted when nobody waits any longer. */
  readonly signal: AbortSignal;
}

const MINUTE = 60_000;
/** How long others may have to wait, in milliseconds. */
const TURN = 8;
const LONGEST = 5000;

/**
 * The lines that are accepted, in order; of those of one moment always in the same. Lets others have their turn
 * meanwhile, and gives up after five seconds.
 */
export async function findLines(search: LineSearch): Promise<readonly Line[]> {
  const {pods, from, to, newestFirst, accepts, most, signal} = search;
  const found: Line[] = [];
  const direction = newestFirst ? -1 : 1;
  const [first, last] = [Math.floor(from / MINUTE), Math.floor(to / MINUTE)];
  const begun = performance.now();
  let turnEnds = begun + TURN;
  for (let step = 0; step <= last - first && found.length < most; step++) {
    const lines: Line[] = [];
    const minute = newestFirst ? last - step : first + step;
    for (const pod of pods) addLines(pod, minute, lines);
    const accepted = lines.filter((line) => line.at >= from && line.at <= to && accepts(line));
    found.push(...accepted.sort((a, b) => direction * (a.at - b.at || (a.podName < b.podName ? -1 : 1))));
    if (performance.now() < turnEnds) continue;
    await setImmediate();
    signal.throwIfAborted();
    if (performance.now() > begun + LONGEST) {
      throw new ObserverError(
        'internalServerError',
        'The search took too long: ask for less time, or for one component',
      );
    }
    turnEnds = performance.now() + TURN;
  }
  return found.slice(0, most);
}
