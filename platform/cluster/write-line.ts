import type {Pod} from './pods.ts';
import {toHash} from './to-hash.ts';

export type Level = 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';

/** A sort of line: how loud it is, and what it says. The hash is all that one line has that others have not. */
export interface LineSort {
  readonly level: Level;
  readonly write: (pod: Pod, hash: number) => string;
}

/** Of a thousand lines, how many are of which sort. */
type Shares = readonly (readonly [upTo: number, sort: LineSort])[];

// Tables, and functions that are made once: a search looks at a hundred thousand lines.

const REQUESTS: Shares = [
  [110, {level: 'DEBUG', write: (_pod, hash) => `GET /healthz 200 ${1 + (hash % 4)}ms`}],
  [968, {level: 'INFO', write: (pod, hash) => `${toRequest(pod, hash)} 200 ${toTime(hash, 180)} ${toTrace(hash)}`}],
  [986, {level: 'INFO', write: (pod, hash) => `${toRequest(pod, hash)} 404 ${toTime(hash, 9)} ${toTrace(hash)}`}],
  [992, {level: 'WARN', write: (pod, hash) => `slow request: ${toRequest(pod, hash)} took ${toTime(hash, 3400)}`}],
  [997, {level: 'WARN', write: (pod, hash) => writeStrain(pod, hash)}],
  [1000, {level: 'ERROR', write: (pod, hash) => writeFailure(pod, hash)}],
];

const WORK: Shares = [
  [150, {level: 'DEBUG', write: (_pod, hash) => `waiting for work, ${hash % 40} in the queue`}],
  [986, {level: 'INFO', write: (_pod, hash) => `processed ${1 + (hash % 64)} records in ${toTime(hash, 700)}`}],
  [997, {level: 'WARN', write: (_pod, hash) => `message ${toId(hash)} delivered again, attempt ${2 + (hash % 3)}`}],
  [1000, {level: 'ERROR', write: (_pod, hash) => `message ${toId(hash)} given up: its content cannot be read`}],
];

/** What a service says of one request, or of itself; what a worker or a task says of what it works on. */
export function pickSort({run}: Pod, hash: number): LineSort {
  const shares = run.path === undefined ? WORK : REQUESTS;
  const chance = hash % 1000;
  return (shares.find(([upTo]) => chance < upTo) ?? shares[0])?.[1] ?? say('INFO', '');
}

/** A line that always says the same. */
export function say(level: Level, text: string): LineSort {
  return {level, write: () => text};
}

function writeStrain(pod: Pod, hash: number): string {
  const callee = toCallee(pod, hash);
  if (callee === undefined) return `connection pool is ${80 + (hash % 19)}% in use`;
  return `call to ${callee} timed out, attempt ${2 + (hash % 2)} of 3 ${toTrace(hash)}`;
}

function writeFailure(pod: Pod, hash: number): string {
  const callee = toCallee(pod, hash);
  if (callee === undefined) return `${toRequest(pod, hash)} 500 ${toTime(hash, 400)} ${toTrace(hash)}`;
  return `${toRequest(pod, hash)} 502: call to ${callee} failed: connection reset by peer ${toTrace(hash)}`;
}

function toCallee({run: {calls}}: Pod, hash: number): string | undefined {
  return calls[hash % Math.max(calls.length, 1)];
}

function toRequest({run: {path = '/'}}: Pod, hash: number): string {
  const base = path === '/' ? '' : path;
  const detail = toHash(hash, 1, 1);
  const [form, id] = [detail % 10, (detail >>> 8) % 900];
  if (form < 5) return `GET ${base}/items/${id}`;
  if (form < 8) return `GET ${base}/items?page=${1 + (id % 20)}`;
  return form === 8 ? `POST ${base}/items` : `PUT ${base}/items/${id}`;
}

function toTime(hash: number, most: number): string {
  return `${Math.ceil(most / 40) + (toHash(hash, 2, 2) % most)}ms`;
}

function toTrace(hash: number): string {
  return `trace=${toId(hash)}`;
}

/** Eight digits of which the first is never a nought. */
function toId(hash: number): string {
  return (toHash(hash, 3, 3) | 0x10000000 | 0).toString(16).replace('-', 'a').slice(0, 8);
}
