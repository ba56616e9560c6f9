import {PortalError, type IconNode, type PortalClient} from '@openchoreo/portal-contract';

/** How an icon looks: undefined while it is on its way, an error where there is no such icon or it could not be had. */
export type Drawing = readonly IconNode[] | Error | undefined;

type Request = PortalClient['request'];

/** Icons to a request: as many as the gateway answers at once. */
const MOST = 100;

const drawings = new Map<string, Drawing>();
const listeners = new Map<string, Set<() => void>>();
const wanted = new Set<string>();

export function readDrawing(name: string): Drawing {
  return drawings.get(name);
}

/** Calls back when the drawing has come; what is wanted in one task comes with one request. */
export function watchDrawing(name: string, request: Request, listener: () => void): () => void {
  const set = listeners.get(name) ?? new Set();
  listeners.set(name, set.add(listener));
  if (!drawings.has(name)) {
    if (wanted.size === 0) queueMicrotask(() => void fetchWanted(request));
    wanted.add(name);
  }
  return () => void set.delete(listener);
}

async function fetchWanted(request: Request): Promise<void> {
  const names = [...wanted].filter((name) => !drawings.has(name));
  wanted.clear();
  for (let start = 0; start < names.length; start += MOST) await fetchSome(names.slice(start, start + MOST), request);
}

async function fetchSome(names: readonly string[], request: Request): Promise<void> {
  for (const name of names) drawings.set(name, undefined);
  const drawn = await request(`/api/portal/icons?names=${names.join(',')}`).then(
    (answer) => answer as Readonly<Record<string, readonly IconNode[]>>,
    () => undefined,
  );
  for (const name of names) {
    // What the network kept back is asked for again when the icon is next shown.
    if (!drawn) drawings.delete(name);
    else
      drawings.set(
        name,
        drawn[name] ?? new PortalError('MEMBER_UNKNOWN', [`Icons.${name}`, await findNearest(name, request)]),
      );
    for (const listener of listeners.get(name) ?? []) listener();
  }
}

async function findNearest(name: string, request: Request): Promise<string> {
  try {
    const {nearest} = (await request(`/api/portal/icons/nearest?name=${name}`)) as {readonly nearest?: string};
    return nearest === undefined ? 'none' : `Icons.${nearest}`;
  } catch {
    return 'none';
  }
}
