import type {
  CommandData,
  ContributionData,
  Explanation,
  ModuleManifest,
  NavigationItem,
  Permission,
  PerspectiveTarget,
  Route,
  Scope,
} from '@openchoreo/portal-contract';

/** One thing a module adds, and what decides about it besides what decides about the module. */
export interface Part extends Pick<Explanation, 'kind' | 'key' | 'name' | 'module' | 'point'> {
  /** Of the part and of what it stands in, outermost first. */
  readonly perspectives: readonly (PerspectiveTarget | undefined)[];
  readonly permissions: readonly Permission[];
  /** How much of a scope must be selected; its permissions are asked there. Absent: in any scope. */
  readonly scope?: keyof Scope | undefined;
}

const COMMANDS = 'portal.commands';

type Around = Pick<Part, 'perspectives' | 'permissions'>;

/** What a module adds to the portal: pages, navigation, contributions, and what others may use of it. */
export function listParts(manifest: ModuleManifest): readonly Part[] {
  const {id, routes, navigation = [], contributes = {}, elements = [], events, extensionPoints = []} = manifest;
  const module: Around = {perspectives: [], permissions: []};
  return [
    ...(routes ? listPages(id, routes.base, routes.definitions, {...module, perspectives: [routes.perspective]}) : []),
    ...listNavigation(id, navigation, module),
    ...Object.entries(contributes).flatMap(([point, all]) =>
      all.map((one): Part => ({
        kind: 'contribution',
        key: `${id}/${point}/${one.id}`,
        name: one.title ?? one.id,
        module: id,
        point,
        ...(point === COMMANDS ? askedIn(manifest, one) : inside(module, one)),
      })),
    ),
    ...elements.map(({tag}) => toLent('element', tag, id)),
    ...Object.keys(events?.publish ?? {}).map((name) => toLent('event', name, id)),
    ...extensionPoints.map((point) => toLent('point', point.id, id)),
  ];
}

/** Nothing decides about it besides its module. */
function toLent(kind: Part['kind'], key: string, module: string): Part {
  return {kind, key, name: key, module, perspectives: [], permissions: []};
}

/** Where a command needs a selection, its module's permissions are asked there, too. */
function askedIn({permissions = []}: ModuleManifest, command: ContributionData): Around & Pick<Part, 'scope'> {
  const {scope} = command as ContributionData & Partial<CommandData>;
  return {...inside({perspectives: [], permissions: scope === undefined ? [] : permissions}, command), scope};
}

function listPages(module: string, base: string, routes: readonly Route[], around: Around): readonly Part[] {
  return routes.flatMap((route) => {
    const key = `${base}/${route.path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
    const own = inside(around, route);
    const page: Part = {kind: 'page', key, name: route.title ?? key, module, ...own};
    const isPage = route.component !== undefined || route.redirect !== undefined;
    return [...(isPage ? [page] : []), ...listPages(module, key, route.children ?? [], own)];
  });
}

function listNavigation(module: string, items: readonly NavigationItem[], around: Around): readonly Part[] {
  return items.flatMap((item) => {
    const own = inside(around, item);
    const key = `${module}/navigation/${item.id}`;
    return [
      {kind: 'navigation', key, name: item.label, module, ...own} satisfies Part,
      ...listNavigation(module, item.children ?? [], own),
    ];
  });
}

function inside(
  {perspectives, permissions}: Around,
  own: {readonly perspective?: PerspectiveTarget | undefined; readonly permissions?: readonly Permission[] | undefined},
): Around {
  return {
    perspectives: [...perspectives, own.perspective],
    permissions: [...new Set([...permissions, ...(own.permissions ?? [])])],
  };
}
