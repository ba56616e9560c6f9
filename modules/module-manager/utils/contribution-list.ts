import type {ModuleManifest, NavigationItem, Route} from '@openchoreo/portal-contract';

/** One thing a module adds, as a line of a list. */
export interface ContributedItem {
  readonly name: string;
  readonly detail: string;
  readonly permissions: readonly string[];
}

export interface ContributedGroup {
  /** Message key of the heading, and what it is counted as. */
  readonly kind: 'pages' | 'navigation' | 'contributions' | 'points' | 'elements' | 'publishes' | 'subscribes';
  readonly items: readonly ContributedItem[];
}

/** Everything the manifest adds to the portal, grouped; groups without items are left out. */
export function toContributedGroups(manifest: ModuleManifest): readonly ContributedGroup[] {
  const {routes, navigation, contributes, extensionPoints, elements, events} = manifest;
  const groups: readonly ContributedGroup[] = [
    {kind: 'pages', items: toPages(routes?.base ?? '', routes?.definitions ?? [])},
    {kind: 'navigation', items: toNavigation(navigation ?? [])},
    {
      kind: 'contributions',
      items: Object.entries(contributes ?? {}).flatMap(([point, list]) =>
        list.map(({id, title, permissions}) => ({name: title ?? id, detail: point, permissions: permissions ?? []})),
      ),
    },
    {
      kind: 'points',
      items: (extensionPoints ?? []).map(({id, description}) => ({
        name: id,
        detail: description ?? '',
        permissions: [],
      })),
    },
    {
      kind: 'elements',
      items: (elements ?? []).map(({tag, description}) => ({
        name: `<${tag}>`,
        detail: description ?? '',
        permissions: [],
      })),
    },
    {kind: 'publishes', items: Object.keys(events?.publish ?? {}).map(toPlainItem)},
    {kind: 'subscribes', items: (events?.subscribe ?? []).map(toPlainItem)},
  ];
  return groups.filter(({items}) => items.length > 0);
}

/** Every permission the module speaks of, each once, in alphabetical order. */
export function toPermissions(manifest: ModuleManifest): readonly string[] {
  const items = toContributedGroups(manifest).flatMap(({items: all}) => all);
  return [...new Set([...(manifest.permissions ?? []), ...items.flatMap(({permissions}) => permissions)])].sort();
}

function toPages(base: string, routes: readonly Route[]): readonly ContributedItem[] {
  return routes.flatMap(({path, title, permissions, redirect, children}) => {
    const at = `${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    const detail = redirect === undefined ? (title ?? '') : `→ ${`${base}${redirect}`.replace(/\/+/g, '/')}`;
    return [{name: at, detail, permissions: permissions ?? []}, ...toPages(at, children ?? [])];
  });
}

function toNavigation(items: readonly NavigationItem[]): readonly ContributedItem[] {
  return items.flatMap(({label, path, permissions, children}) => [
    {name: label, detail: path ?? '', permissions: permissions ?? []},
    ...toNavigation(children ?? []),
  ]);
}

function toPlainItem(name: string): ContributedItem {
  return {name, detail: '', permissions: []};
}
