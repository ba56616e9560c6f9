import type {Counts} from './watch-leaks.ts';

export interface LeakSearch {
  /** One time there and back: what it began must be gone when it ends. */
  readonly round: () => Promise<void> | void;
  readonly counts: () => Counts;
  /** Rounds that are measured. */
  readonly rounds: number;
  /** Rounds before that, in which caches fill. */
  readonly warmUp?: number;
}

/** Bytes by which the heap may grow each round: less than a listener and its closure, forgotten. */
const HEAP_SLACK = 100;
/** Few rounds are lost in what the engine does for itself. */
const ENOUGH_FOR_HEAP = 100;
/** Seconds that what ends by itself (a request's time limit) has to let go of what it holds. */
const PATIENCE = 8;

/**
 * Goes there and back many times and says what has grown, as `listeners: 3 before, 1003 after 1000 rounds`; nothing
 * when all is as it was. The heap is one of the sorts where the engine lets a page collect garbage and measure it
 * (Chromium with `--js-flags=--expose-gc --enable-precise-memory-info`): it must grow in both halves, since engines
 * keep compiled code and caches of their own for what runs often.
 */
export async function findLeaks({round, counts, rounds, warmUp = 10}: LeakSearch): Promise<readonly string[]> {
  const withHeap = canMeasureHeap() && rounds >= ENOUGH_FOR_HEAP;
  const half = Math.ceil(rounds / 2);
  const repeat = async (times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn += 1) await round();
  };

  await repeat(warmUp);
  const before = counts();
  let heap = withHeap ? await measureHeap() : 0;
  const growths: number[] = [];
  for (const times of [half, rounds - half]) {
    await repeat(times);
    if (!withHeap) continue;
    const next = await measureHeap(heap + times * HEAP_SLACK);
    growths.push((next - heap) / times);
    heap = next;
  }
  const after = counts();

  const grown = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((sort) => (after[sort] ?? 0) !== (before[sort] ?? 0))
    .map((sort) => `${sort}: ${before[sort] ?? 0} before, ${after[sort] ?? 0} after ${rounds} rounds`);
  const growth = Math.min(...growths);
  if (withHeap && growth > HEAP_SLACK) grown.push(`heap: ${Math.round(growth)} bytes more each round`);
  return grown;
}

/** Whether this engine can tell how large the heap is without what could be collected. */
export function canMeasureHeap(): boolean {
  return 'gc' in globalThis && 'memory' in performance;
}

/** The heap's size; while it is above the limit, again every second for a while. */
async function measureHeap(limit = Infinity): Promise<number> {
  const {gc} = globalThis as unknown as {gc: () => void};
  let least = Infinity;
  for (let turn = 0; turn < 3 || (least > limit && turn < 3 + PATIENCE); turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, turn < 3 ? 10 : 1000));
    gc();
    const {memory} = performance as unknown as {memory: {usedJSHeapSize: number}};
    least = Math.min(least, memory.usedJSHeapSize);
  }
  return least;
}
