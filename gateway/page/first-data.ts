import {
  KINDS,
  toListKey,
  toResourcePath,
  type Boot,
  type DataNeed,
  type OpenChoreoKey,
  type Scope,
} from '@openchoreo/portal-contract';
import * as z from 'zod';
import type {PlatformCaller} from '../api/index.ts';
import type {ActiveSession} from '../sessions/index.ts';

type FirstData = Boot['data'];

const page = z.object({
  items: z.array(z.unknown()),
  pagination: z.object({nextCursor: z.string().optional()}).optional(),
});

/** Beyond these a page waits longer for its data than it gains by having it inline. */
const MAX_MILLISECONDS = 300;
const MAX_CHARACTERS = 60_000;

/**
 * Reads what the page will ask for first, all at once. A need that fails, is slow or is large is left out: the page
 * asks for it itself.
 */
export async function readFirstData(options: {
  readonly caller: PlatformCaller;
  readonly session: ActiveSession;
  readonly needs: readonly DataNeed[];
  readonly params: Readonly<Record<string, string>>;
  readonly scope: Scope;
}): Promise<FirstData> {
  const {caller, session, needs, params, scope} = options;
  const signal = AbortSignal.timeout(MAX_MILLISECONDS);
  const reads = new Map<string, Promise<FirstData>>();
  for (const need of needs) {
    const read = toRead(need, params, scope);
    if (read === undefined) continue;
    const key = JSON.stringify(read.queryKey);
    if (!reads.has(key)) reads.set(key, toEntry(read, {caller, session, signal}));
  }
  return (await Promise.all(reads.values())).flat();
}

interface Read {
  readonly queryKey: OpenChoreoKey;
  readonly path: string;
  readonly whole: boolean;
}

function toRead(need: DataNeed, params: Readonly<Record<string, string>>, scope: Scope): Read | undefined {
  const {namespaced, filters} = KINDS[need.kind];
  if (namespaced && scope.namespace === undefined) return undefined;
  const namespace = namespaced ? scope.namespace : undefined;
  if (need.name === undefined) {
    const {queryKey} = toListKey(need.kind, scope);
    const query = new URLSearchParams({limit: '100'});
    for (const filter of filters) if (scope[filter]) query.set(filter, scope[filter]);
    return {queryKey, path: `${toResourcePath(need.kind, {namespace})}?${query}`, whole: true};
  }
  const name = need.name.startsWith(':') ? params[need.name.slice(1)] : need.name;
  if (!name) return undefined;
  const at: Scope = namespace === undefined ? {} : {namespace};
  const path = toResourcePath(need.kind, {namespace, name});
  return {queryKey: ['openchoreo', need.kind, at, {name}], path, whole: false};
}

interface Means {
  readonly caller: PlatformCaller;
  readonly session: ActiveSession;
  readonly signal: AbortSignal;
}

async function toEntry(read: Read, means: Means): Promise<FirstData> {
  try {
    const data = read.whole ? await readAll(read.path, means) : await means.caller.json(read.path, means);
    if (JSON.stringify(data).length > MAX_CHARACTERS) return [];
    return [{queryKey: read.queryKey, data, updatedAt: Date.now()}];
  } catch {
    return []; // the page asks again and shows what is wrong, with a way to retry
  }
}

async function readAll(path: string, means: Means): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let cursor: string | undefined;
  do {
    const address = cursor === undefined ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;
    const answer = page.parse(await means.caller.json(address, means));
    items.push(...answer.items);
    cursor = answer.pagination?.nextCursor;
  } while (cursor);
  return items;
}
