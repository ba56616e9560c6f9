import {type Component, toDescription, toDisplayName} from '@openchoreo/portal-contract';
import {STATUS_KEYS, toResourceStatus} from './resource-status.ts';

const SORTS = ['name', 'project', 'type', 'status', 'created'] as const;

export type SortColumn = (typeof SORTS)[number];

/** What the list shows, kept in the page's address so that a link shows the same. */
export interface ListView {
  readonly q: string;
  readonly type: string;
  readonly status: string;
  readonly sort: SortColumn;
  readonly descending: boolean;
  readonly page: number;
}

const DEFAULT_VIEW: ListView = {q: '', type: '', status: '', sort: 'name', descending: false, page: 1};

/** Reads the view from an address. What it cannot read counts as absent. */
export function parseListView(query: URLSearchParams): ListView {
  const sort = query.get('sort') ?? '';
  const column = SORTS.find((known) => known === sort.replace(/^-/, ''));
  const page = Number(query.get('page'));
  return {
    q: query.get('q') ?? '',
    type: query.get('type') ?? '',
    status: query.get('status') ?? '',
    sort: column ?? DEFAULT_VIEW.sort,
    descending: column !== undefined && sort.startsWith('-'),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The query of an address, without what is the default anyway: `?q=cart&sort=-created`, or nothing. */
export function toListQuery(view: ListView): string {
  const query = new URLSearchParams();
  if (view.q) query.set('q', view.q);
  if (view.type) query.set('type', view.type);
  if (view.status) query.set('status', view.status);
  if (view.sort !== DEFAULT_VIEW.sort || view.descending)
    query.set('sort', `${view.descending ? '-' : ''}${view.sort}`);
  if (view.page > 1) query.set('page', String(view.page));
  const text = query.toString();
  return text ? `?${text}` : '';
}

export interface ListPage {
  readonly rows: readonly Component[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** Filters, sorts and cuts. A page beyond the last shows the last, so an old link never shows nothing. */
export function applyListView(components: readonly Component[], view: ListView, pageSize: number): ListPage {
  const words = view.q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = components.filter(
    (component) =>
      (!view.type || component.spec?.componentType.name === view.type) &&
      (!view.status || toResourceStatus(component).key === `status.${view.status}`) &&
      words.every((word) => toSearchText(component).includes(word)),
  );
  const sorted = sortBy(found, view);
  const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
  const page = Math.min(view.page, pages);
  return {rows: sorted.slice((page - 1) * pageSize, page * pageSize), total: sorted.length, page, pages};
}

function toSearchText(component: Component): string {
  const {metadata, spec} = component;
  return [metadata.name, toDisplayName(component), toDescription(component), spec?.owner.projectName]
    .join(' ')
    .toLocaleLowerCase();
}

function sortBy(components: readonly Component[], {sort, descending}: ListView): readonly Component[] {
  const collator = new Intl.Collator(undefined, {numeric: true, sensitivity: 'base'});
  const direction = descending ? -1 : 1;
  const keyed = components.map((component) => ({component, key: toSortKey(component, sort)}));
  keyed.sort(
    (a, b) =>
      direction * collator.compare(a.key, b.key) ||
      collator.compare(a.component.metadata.name, b.component.metadata.name),
  );
  return keyed.map(({component}) => component);
}

function toSortKey(component: Component, column: SortColumn): string {
  switch (column) {
    case 'name':
      return toDisplayName(component);
    case 'project':
      return component.spec?.owner.projectName ?? '';
    case 'type':
      return component.spec?.componentType.name ?? '';
    case 'status':
      return String(STATUS_KEYS.indexOf(toResourceStatus(component).key));
    case 'created':
      return component.metadata.creationTimestamp ?? '';
  }
}
