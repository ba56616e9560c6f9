import type {Authorizer} from '../authorization/authorizer.ts';
import {encodeCursor} from './cursor.ts';
import type {ResourceKind} from './kind.ts';
import type {PageSelection, ResourceStore} from './resource-store.ts';
import type {Resource} from './resource.ts';

export interface ListedPage {
  readonly items: readonly Resource[];
  readonly nextCursor: string | undefined;
}

const STRETCH = 200;

/** Up to `limit` objects the caller may see, and where to go on. Reads stretch by stretch, never the whole list. */
export async function listResources(
  store: ResourceStore,
  authorizer: Authorizer,
  {kind, selection, limit}: {kind: ResourceKind; selection: PageSelection; limit: number},
): Promise<ListedPage> {
  const action = `${kind.resource}:view`;
  const items: Resource[] = [];
  let {after} = selection;
  let more = authorizer.mayEver(action);
  let size = limit + 1;
  while (more) {
    const rows = await store.page({...selection, after}, size);
    for (const row of rows) {
      if (!authorizer.decide(action, kind.hierarchy(row), kind.attributes?.(row)).allowed) continue;
      const last = items.at(-1);
      if (items.length === limit && last) return {items, nextCursor: encodeCursor(last.name)};
      items.push(row);
    }
    after = rows.at(-1)?.name;
    more = rows.length === size;
    size = STRETCH;
  }
  return {items, nextCursor: undefined};
}
