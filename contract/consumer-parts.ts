import type {ConsumerRegistration} from './consumer-registration.ts';
import type {Fault} from './errors.ts';
import {API_VERSION} from './manifest-version.ts';
import {
  parseManifest,
  type ContributionData,
  type ModuleManifest,
  type NavigationItem,
  type Route,
} from './manifest.ts';
import type {Result} from './result.ts';
import {isVersionRange} from './semver.ts';

/** What was registered, as parts of the one manifest. */
export interface ConsumerParts {
  readonly manifest: Pick<
    ModuleManifest,
    'type' | 'icon' | 'routes' | 'navigation' | 'contributes' | 'permissions' | 'settings' | 'dependencies' | 'events'
  >;
  /** What the entry has to export, in order. */
  readonly exports: readonly ConsumerExport[];
}

/** `export const route0 = consumer.route('/reports')`, `export const card1 = consumer.card('total')`. */
export interface ConsumerExport {
  readonly export: string;
  readonly kind: 'route' | 'card';
  readonly key: string;
}

type Card = NonNullable<NonNullable<ConsumerRegistration['dashboard']>['cards']>[number];
type Item = NonNullable<NonNullable<NavigationInput>['children']>[number];
type NavigationInput = Exclude<ConsumerRegistration['navigation'], readonly unknown[] | undefined>;

const TYPES = ['core', 'feature', 'integration', 'utility'] as const;
const POSITIONS = {top: -20, middle: 100, bottom: 200, sidebar: 110} as const;
const SIZES = {small: [3, 2], medium: [6, 3], large: [8, 4], full: [12, 4]} as const;
const COLUMNS = [3, 4, 6, 8, 12] as const;
/** Consumers declare no events: what they publish and hear is known only when they run. */
export const CONSUMER_EVENTS: NonNullable<ModuleManifest['events']> = {undeclared: true};

/** Names under `dependencies` that are no modules: what the global itself hands out. */
const LIBRARIES = /^@|[/.]|^(react|react-dom|react-hook-form|lucide-react|clsx|tailwind-merge|zod)$/;

/**
 * The parts of our manifest that say what the registration says, with `{entry, export}` for each component. Refused
 * with every fault when they would make no manifest: a reserved path, one path twice, a permission of a wrong form.
 */
export function toConsumerParts(
  registration: ConsumerRegistration,
  entry: string,
): Result<ConsumerParts, readonly Fault[]> {
  const {id, name, version} = registration;
  const {definitions, sources, base} = toRoutes(registration, entry);
  const cards = registration.dashboard?.cards ?? [];
  const navigation = toNavigation(registration, base);
  const settings = toSettings(registration.settings);
  const manifest = compact({
    type: TYPES.find((type) => type === registration.type) ?? 'integration',
    icon: registration.icon,
    routes: definitions.length > 0 ? {base, definitions} : undefined,
    navigation: navigation.length > 0 ? navigation : undefined,
    contributes:
      cards.length > 0
        ? {'dashboard.cards': cards.map((card, index) => toCard(card, index, registration, entry))}
        : undefined,
    permissions: registration.permissions,
    settings: settings.length > 0 ? settings : undefined,
    dependencies: toConsumerDependencies(registration.dependencies),
    events: CONSUMER_EVENTS,
  });
  const checked = parseManifest({id, name, version, apiVersion: API_VERSION, ...manifest});
  if (!checked.ok) return {ok: false, error: checked.error.map((fault) => toOwnWords(fault, sources))};
  return {ok: true, value: {manifest, exports: listExports(registration)}};
}

/** The key under which a component is asked for: the path, with the perspective where two routes share the path. */
export function toRouteKeys(routes: ConsumerRegistration['routes'] = []): readonly string[] {
  return routes.map(({path, perspective = 'both'}, index) => {
    const isAlone = routes.every((other, at) => at === index || other.path !== path);
    return isAlone ? path : `${path}@${perspective}`;
  });
}

/** The key of one of its settings in the manifest, where keys are kebab-case: `refreshInterval` → `refresh-interval`. */
export function toConsumerKey(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.join('-').replace(/^(?=\d)/, 'n') || 'unnamed';
}

/** Modules it needs. What the global hands out, React for one, is no module and left out. */
export function toConsumerDependencies(
  dependencies: ConsumerRegistration['dependencies'],
): ModuleManifest['dependencies'] {
  if (dependencies === undefined) return undefined;
  if (Array.isArray(dependencies)) return toModules(Object.fromEntries(dependencies.map((name) => [name, '*'])));
  const {modules, optional} = dependencies;
  if (typeof modules !== 'object' && typeof optional !== 'object') {
    return toModules(dependencies as Readonly<Record<string, string>>);
  }
  return compact({
    modules: toModules(modules as Readonly<Record<string, string>> | undefined)?.modules,
    optional: toModules(optional as Readonly<Record<string, string>> | undefined)?.modules,
  });
}

function toModules(ranges: Readonly<Record<string, string>> = {}): ModuleManifest['dependencies'] {
  const modules = Object.entries(ranges).filter(([name]) => !LIBRARIES.test(name));
  if (modules.length === 0) return undefined;
  return {modules: Object.fromEntries(modules.map(([name, range]) => [name, isVersionRange(range) ? range : '*']))};
}

/**
 * The base is what all paths begin with, up to the first parameter; where they share nothing, it is the module's id and
 * the paths stand below it.
 */
function toRoutes(
  {id, name, routes = []}: ConsumerRegistration,
  entry: string,
): {readonly base: string; readonly definitions: Route[]; readonly sources: readonly number[]} {
  const paths = routes.map(({path}) => toSegments(path));
  const base = findBase(paths) ?? `/${id}`;
  const found = routes.flatMap(({path, title, label, perspective, permissions}, index) =>
    toVariants(toBelow(path, base)).map((below): readonly [number, Route] => [
      index,
      compact({
        path: below,
        component: {entry, export: `route${index}`},
        title: title ?? label ?? name,
        perspective,
        permissions,
      }),
    ]),
  );
  return {base, definitions: found.map(([, route]) => route), sources: found.map(([index]) => index)};
}

function findBase(paths: readonly (readonly string[])[]): string | undefined {
  const [first = []] = paths;
  const length = first.findIndex(
    (segment, at) => /[:*?]/.test(segment) || paths.some((other) => other[at] !== segment),
  );
  const shared = length === -1 ? first : first.slice(0, length);
  return shared.length > 0 ? `/${shared.join('/')}` : undefined;
}

function toSegments(path: string): readonly string[] {
  return path.split('/').filter(Boolean);
}

function toWhole(path: string): string {
  return `/${toSegments(path).join('/')}`;
}

function toBelow(path: string, base: string): string {
  const whole = toWhole(path);
  return whole === base ? '/' : whole.startsWith(`${base}/`) ? whole.slice(base.length) : whole;
}

/** Where the portal shows what the consumer calls by this path. */
function toPortalPath(path: string, base: string): string {
  const below = toBelow(path, base);
  return below === '/' ? base : `${base}${below}`;
}

/** `*` is the rest of the path; a last `:id?` may be left out. */
function toVariants(path: string): readonly string[] {
  const segments = toSegments(path.replace(/(^|[/])[*]$/, '$1:rest(.*)'));
  const last = segments.at(-1);
  if (!last?.startsWith(':') || !last.endsWith('?')) return [`/${segments.join('/')}`];
  const above = segments.slice(0, -1);
  return [`/${above.join('/')}`, `/${[...above, last.slice(0, -1)].join('/')}`];
}

function toNavigation({name, routes = [], navigation = []}: ConsumerRegistration, base: string): NavigationItem[] {
  const listed: readonly Item[] = Array.isArray(navigation) ? navigation : [navigation];
  const own = listed.map((item, index) => toItem(item, `item-${index}`, name, base));
  const taken = own.map(({path}) => path);
  const ofRoutes = routes.flatMap(({path, label, icon, perspective, permissions, order}, index) => {
    const address = toPortalPath(path, base);
    if (label === undefined || /[:*?]/.test(path) || taken.includes(address)) return [];
    return [compact({id: `route-${index}`, label, icon, path: address, perspective, permissions, order: order ?? 200})];
  });
  return [...own, ...ofRoutes];
}

function toItem(item: Item, fallback: string, name: string, base: string): NavigationItem {
  const path = item.path ?? item.href ?? item.to;
  return compact({
    id: item.id === undefined ? fallback : toConsumerKey(item.id),
    label: item.label ?? item.title ?? item.name ?? name,
    icon: item.icon,
    path: path === undefined ? undefined : toPortalPath(path, base),
    position: item.position,
    perspective: item.perspective,
    permissions: item.permissions,
    order: item.order ?? 200,
    children: item.children?.map((child, index) => toItem(child, `${fallback}-${index}`, name, base)),
  });
}

function toCard(card: Card, index: number, {name, dashboard}: ConsumerRegistration, entry: string): ContributionData {
  const {position, size, order, perspective, permissions} = card;
  const [columns, rows] = size === undefined ? [position === 'sidebar' ? 4 : 6, 3] : SIZES[size];
  const span = toSpan(card.gridSpan);
  const isOnly = dashboard?.cards?.length === 1;
  const title = card.title ?? card.label ?? card.name ?? (isOnly ? name : toWords(card.id));
  return compact({
    id: toConsumerKey(card.id),
    title: title.slice(0, 60),
    component: {entry, export: `card${index}`},
    columns: span.columns ?? columns,
    rows: span.rows ?? rows,
    order: POSITIONS[position ?? 'middle'] + (order ?? index),
    perspective,
    permissions,
    // Its code is React and all: it comes when its place is looked at, and keeps nobody's first page waiting.
    deferred: true,
  });
}

/** Of four columns, or of twelve when it is more: a number, `col-span-2`, or columns and rows. */
function toSpan(span: Card['gridSpan']): {readonly columns?: number | undefined; readonly rows?: number | undefined} {
  if (span === undefined) return {};
  if (typeof span === 'object') {
    const {columns} = toSpan(span.columns ?? span.cols);
    const rows = span.rows === undefined ? undefined : Math.min(6, Math.max(1, Math.round(span.rows)));
    return {columns, rows};
  }
  const wanted = Number(typeof span === 'number' ? span : /\d+/.exec(span)?.[0]);
  if (!(wanted > 0)) return {};
  const ofTwelve = wanted <= 4 ? wanted * 3 : wanted;
  return {columns: COLUMNS.findLast((columns) => columns <= ofTwelve) ?? 3};
}

function toSettings(settings: ConsumerRegistration['settings']): NonNullable<ModuleManifest['settings']> {
  if (settings === undefined) return [];
  const listed = Array.isArray(settings)
    ? settings.map((setting, index) => [setting.key ?? setting.id ?? setting.name ?? `setting-${index}`, setting])
    : Object.entries(settings).map(([key, value]) => [key, isDeclaration(value) ? value : {default: value}]);
  return listed.map(([key, declared]) => toSetting(String(key), declared as Readonly<Record<string, unknown>>));
}

function isDeclaration(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('type' in value || 'default' in value || 'label' in value);
}

function toSetting(
  key: string,
  {
    type,
    label,
    title,
    description,
    default: first,
    defaultValue,
    options,
    minimum,
    min,
    maximum,
    max,
  }: Readonly<Record<string, unknown>>,
): NonNullable<ModuleManifest['settings']>[number] {
  const initial = first ?? defaultValue;
  const choices = Array.isArray(options) ? options.map(toOption) : undefined;
  return compact({
    key: toConsumerKey(key),
    type: type ?? (choices ? 'select' : toSettingType(initial)),
    label: label ?? title ?? toWords(key),
    description,
    default: initial,
    options: choices,
    minimum: minimum ?? min,
    maximum: maximum ?? max,
  }) as NonNullable<ModuleManifest['settings']>[number];
}

function toOption(option: unknown): unknown {
  return typeof option === 'string' ? {value: option, label: option} : option;
}

function toSettingType(initial: unknown): 'string' | 'number' | 'boolean' | 'json' {
  const type = typeof initial;
  if (type === 'string' || type === 'number' || type === 'boolean') return type;
  return initial === undefined || initial === null ? 'string' : 'json';
}

/** `errorRate` → `Error rate`. */
function toWords(name: string): string {
  const words = toConsumerKey(name).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function listExports({routes, dashboard}: ConsumerRegistration): readonly ConsumerExport[] {
  return [
    ...toRouteKeys(routes).map((key, index): ConsumerExport => ({export: `route${index}`, kind: 'route', key})),
    ...(dashboard?.cards ?? []).map(({id}, index): ConsumerExport => ({export: `card${index}`, kind: 'card', key: id})),
  ];
}

/** A fault of the manifest, at the place of the registration that it comes from. */
function toOwnWords(fault: Fault, sources: readonly number[]): Fault {
  const translate = (words: string): string =>
    words
      .replace(/routes\.definitions\.(\d+)/g, (_, index: string) => `routes.${sources[Number(index)] ?? index}`)
      .replace(/^routes\.base$/, 'routes')
      .replace(/^contributes\.dashboard\.cards\.(\d+)/, 'dashboard.cards.$1');
  return {...fault, path: translate(fault.path), found: translate(fault.found)};
}

function compact<T extends object>(object: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
