import type {KindName, Preview, Resource, ResourceChange} from '@openchoreo/portal-contract';
import type {Query, QueryClient} from '@tanstack/query-core';

export interface Previews {
  show(change: ResourceChange): Preview;
}

interface Shown {
  readonly change: ResourceChange;
  readonly ended: Promise<void>;
}

/**
 * Shows changes of platform objects in the cache before the platform has made them. What the platform said last is kept
 * beside it: each query shows that with all changes applied in their order, so that taking one back leaves the others,
 * and data that comes meanwhile does not flicker.
 */
export function createPreviews(queryClient: QueryClient): Previews {
  const cache = queryClient.getQueryCache();
  /** What the platform said last, by query. */
  const truths = new Map<string, unknown>();
  let shown: readonly Shown[] = [];
  let isPainting = false;

  cache.subscribe((event) => {
    if (isPainting || shown.length === 0 || event.type !== 'updated' || event.action.type !== 'success') return;
    const query = event.query as Query;
    if (!shown.some(({change}) => change.kind === kindOf(query))) return;
    truths.set(query.queryHash, query.state.data);
    paint(query);
  });

  const queriesOf = (kind: KindName): readonly Query[] => cache.findAll({queryKey: ['openchoreo', kind]});

  function paint(query: Query): void {
    const kind = kindOf(query);
    const changes = shown.filter(({change}) => change.kind === kind);
    const truth = truths.get(query.queryHash);
    const data = changes.reduce((before, {change}) => attempt(before, change), truth);
    if (changes.length === 0) truths.delete(query.queryHash);
    if (data === query.state.data) return;
    const {isInvalidated, dataUpdatedAt: updatedAt} = query.state;
    isPainting = true;
    queryClient.setQueryData(query.queryKey, data, {updatedAt});
    // Setting data makes it count as fresh, which a preview is not.
    if (isInvalidated) query.invalidate();
    isPainting = false;
  }

  function repaint(kind: KindName): void {
    for (const query of queriesOf(kind)) if (truths.has(query.queryHash)) paint(query);
  }

  return {
    show(change) {
      const {kind} = change;
      // What cannot be applied now is refused; what cannot be applied to later data is left out there.
      for (const {state} of queriesOf(kind)) applyTo(state.data, change);
      const earlier = shown.filter((one) => isSame(one.change, change)).map(({ended}) => ended);
      let end = (): void => {};
      const own: Shown = {change, ended: new Promise((resolve) => (end = resolve))};
      for (const {queryHash, state} of queriesOf(kind)) {
        if (state.data !== undefined && !truths.has(queryHash)) truths.set(queryHash, state.data);
      }
      shown = [...shown, own];
      repaint(kind);

      function leave(): void {
        shown = shown.filter((one) => one !== own);
        repaint(kind);
        end();
      }

      return {
        turn: Promise.all(earlier).then(() => {}),
        confirm(answer) {
          if (!shown.includes(own)) return;
          const made = {...change, change: (before: never) => (answer ?? change.change(before)) as never};
          for (const [hash, truth] of truths)
            if (kindOf(cache.get(hash)) === kind) truths.set(hash, attempt(truth, made));
          leave();
        },
        undo() {
          if (shown.includes(own)) leave();
        },
      };
    },
  };
}

function kindOf(query: Pick<Query, 'queryKey'> | undefined): unknown {
  return query?.queryKey[0] === 'openchoreo' ? query.queryKey[1] : undefined;
}

function isSame(a: ResourceChange, b: ResourceChange): boolean {
  return a.kind === b.kind && a.name === b.name && a.namespace === b.namespace;
}

/** Cached data with the change: a list without what will be gone; a single object that will be gone stays as it is. */
function applyTo(data: unknown, change: ResourceChange): unknown {
  if (!Array.isArray(data)) return isOf(data, change) ? (change.change(data as never) ?? data) : data;
  const list: readonly unknown[] = data;
  if (!list.some((one) => isOf(one, change))) return data;
  return list.flatMap((one) => (isOf(one, change) ? (change.change(one as never) ?? []) : [one]));
}

function attempt(data: unknown, change: ResourceChange): unknown {
  try {
    return applyTo(data, change);
  } catch {
    return data;
  }
}

function isOf(data: unknown, {name, namespace}: ResourceChange): data is Resource {
  const {metadata} = (data ?? {}) as Partial<Resource>;
  return metadata?.name === name && metadata.namespace === namespace;
}
