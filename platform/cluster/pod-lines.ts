import type {Pod} from './pods.ts';
import {toHash} from './to-hash.ts';
import {pickSort, say, type LineSort} from './write-line.ts';

/** One line that a container wrote; `toText` makes what it says. */
export interface Line {
  /** In milliseconds. */
  readonly at: number;
  readonly sort: LineSort;
  readonly hash: number;
  readonly pod: Pod;
  readonly podName: string;
}

const MINUTE = 60_000;
/** Kubernetes waits 10 seconds before it starts a crashing container again, then twice as long each time, to 5 minutes. */
const [FIRST_WAIT, LONGEST_WAIT] = [10_000, 300_000];

export function toText({sort, pod, hash}: Line): string {
  return sort.write(pod, hash);
}

/**
 * Adds the lines that a pod wrote in one minute, counted from 1970. They are made of what runs and of the time alone, so
 * that whoever asks for a moment, and whenever, is told the same.
 */
export function addLines(pod: Pod, minute: number, lines: Line[]): void {
  const begin = minute * MINUTE;
  if (pod.until <= begin || pod.since >= begin + MINUTE) return;
  if (pod.fault === 'ImagePullBackOff') return; // Nothing of it has ever started.
  if (pod.fault) addCrashes(pod, begin, lines);
  else if (pod.schedule) addTurn(pod, minute, lines);
  else if (pod.run.workloadType === 'job') addTask(pod, {from: pod.since + 1000, begin}, lines);
  else addService(pod, minute, lines);
}

interface Place {
  /** Where the minute that is asked for begins. */
  readonly begin: number;
  readonly podName?: string;
}

function add(pod: Pod, at: number, {begin, podName = pod.name}: Place, sort: LineSort, lines: Line[], hash = 0): void {
  if (at < pod.since || at >= pod.until || at < begin || at >= begin + MINUTE) return;
  if (sort.level === 'DEBUG' && pod.isQuiet) return;
  lines.push({at, sort, hash, pod, podName});
}

function addService(pod: Pod, minute: number, lines: Line[]): void {
  const {run, since, until, seed} = pod;
  const place = {begin: minute * MINUTE};
  if (since + MINUTE > place.begin) {
    add(pod, since + 1200, place, say('INFO', `starting ${toVersion(run.image)}`), lines);
    for (const [index, name] of run.calls.entries()) {
      add(pod, since + 1500 + index * 40, place, say('INFO', `connected to ${name}`), lines);
    }
    if (run.port !== undefined) add(pod, since + 1900, place, say('INFO', `listening on port ${run.port}`), lines);
  }
  const count = toCount(seed, minute);
  for (let index = 0; index < count; index++) {
    const hash = toHash(seed, minute, index);
    const at = place.begin + Math.floor(((index + hash / 2 ** 32) / count) * MINUTE);
    // It serves once it has started.
    if (at >= since + 2000) add(pod, at, place, pickSort(pod, hash), lines, hash);
  }
  if (until < place.begin + 2 * MINUTE) {
    add(pod, until - 900, place, say('INFO', 'received SIGTERM, finishing what is under way'), lines);
    add(pod, until - 120, place, say('INFO', 'stopped'), lines);
  }
}

/** One to three lines a minute by day, in UTC, and one by night. */
function toCount(seed: number, minute: number): number {
  const hour = Math.floor(minute / 60) % 24;
  return hour >= 6 && hour < 21 ? 1 + (toHash(seed, minute, 97) % 3) : 1;
}

function addTurn(pod: Pod, minute: number, lines: Line[]): void {
  const begin = minute * MINUTE;
  if (pod.schedule?.(minute)) addTask(pod, {from: begin + 800, begin, podName: `${pod.name}-${minute}`}, lines);
}

/** A task from its beginning to its end, within a minute. */
function addTask(pod: Pod, place: Place & {readonly from: number}, lines: Line[]): void {
  const {from} = place;
  const steps = 4 + (toHash(pod.seed, from, 0) % 5);
  const end = steps * 5200 + 400;
  add(pod, from, place, say('INFO', `starting ${toVersion(pod.run.image)}`), lines);
  for (let step = 1; step <= steps; step++) {
    const hash = toHash(pod.seed, from, step);
    add(pod, from + step * 5200, place, pickSort(pod, hash), lines, hash);
  }
  add(pod, from + end, place, say('INFO', `done in ${(end / 1000).toFixed(1)}s`), lines);
}

function addCrashes(pod: Pod, begin: number, lines: Line[]): void {
  for (const start of startsWithin(pod.since + 1000, begin - 1000, begin + MINUTE)) {
    add(pod, start, {begin}, say('INFO', `starting ${toVersion(pod.run.image)}`), lines);
    add(pod, start + 180, {begin}, say('ERROR', 'fatal: configuration is incomplete, nothing can be served'), lines);
    add(pod, start + 190, {begin}, say('ERROR', 'exit code 1'), lines);
  }
}

/** When a crashing container is started again, as far as it is between two moments. */
function* startsWithin(first: number, from: number, to: number): Generator<number> {
  let [start, wait] = [first, FIRST_WAIT];
  while (start < to && wait < LONGEST_WAIT) {
    if (start >= from) yield start;
    start += wait;
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
  if (start < from) start += Math.ceil((from - start) / LONGEST_WAIT) * LONGEST_WAIT;
  for (; start < to; start += LONGEST_WAIT) yield start;
}

/** `web-shop 2.14.0` of an image's full name. */
function toVersion(image: string): string {
  return (image.split('/').at(-1) ?? image).replace(':', ' ');
}
