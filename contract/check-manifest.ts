import {describeValue} from './describe-value.ts';
import type {Fault} from './errors.ts';
import type {ModuleManifest, NavigationItem, Route} from './manifest.ts';
import {findRouteFaults} from './routes/check-routes.ts';
import {findSettingFault} from './settings.ts';

/** Ids, first path segments and tag prefixes that belong to the portal itself. */
export const RESERVED_WORDS: readonly string[] = [
  'api', 'assets', 'auth', 'docs', 'embed', 'healthz', 'idp', 'm', 'metrics', 'openchoreo', 'portal', 'readyz', 'sl',
]; // prettier-ignore

/**
 * What no field can tell alone: words of the portal, names outside the module's own, one name twice, settings that
 * contradict themselves. Takes the fields that are sound, so that these faults are listed beside those of the others.
 */
export function checkManifest(manifest: Partial<ModuleManifest>): readonly Fault[] {
  return [
    ...findReserved(manifest),
    ...findForeignNames(manifest),
    ...findDoubles(manifest),
    ...findWrongSettings(manifest.settings),
    ...findDoubleDependencies(manifest),
    ...(manifest.routes?.definitions ?? []).flatMap((route, index) =>
      findEmptyRoutes(route, `routes.definitions.${index}`),
    ),
    ...(manifest.routes === undefined ? [] : findRouteFaults(manifest.routes)),
  ];
}

function findReserved({id, routes, elements = []}: Partial<ModuleManifest>): readonly Fault[] {
  const words: readonly (readonly [path: string, word: string | undefined])[] = [
    ['id', id],
    ['routes.base', routes?.base.split('/')[1]],
    ...elements.map(({tag}, index) => [`elements.${index}.tag`, tag.split('-')[0]] as const),
  ];
  return words
    .filter(([, word]) => word !== undefined && RESERVED_WORDS.includes(word))
    .map(([path, word]) => ({path, found: `'${word}', which is reserved for the portal`, expected: 'another word'}));
}

/** Events, extension points and elements carry the id of the module that owns them. */
function findForeignNames({
  id,
  events,
  extensionPoints = [],
  elements = [],
}: Partial<ModuleManifest>): readonly Fault[] {
  if (id === undefined) return [];
  const names: readonly (readonly [path: string, name: string, prefix: string])[] = [
    ...Object.keys(events?.publish ?? {}).map((name) => [`events.publish.${name}`, name, `${id}:`] as const),
    ...extensionPoints.map((point, index) => [`extensionPoints.${index}.id`, point.id, `${id}.`] as const),
    ...elements.map(({tag}, index) => [`elements.${index}.tag`, tag, `${id}-`] as const),
  ];
  return names
    .filter(([, name, prefix]) => !name.startsWith(prefix))
    .map(([path, name, prefix]) => ({path, found: `'${name}'`, expected: `'${prefix}…'`}));
}

function findDoubles(manifest: Partial<ModuleManifest>): readonly Fault[] {
  const lists: readonly (readonly [path: string, names: readonly (string | undefined)[]])[] = [
    ['navigation', listIds(manifest.navigation ?? [])],
    ['elements', (manifest.elements ?? []).map(({tag}) => tag)],
    ['extensionPoints', (manifest.extensionPoints ?? []).map(({id}) => id)],
    ['settings', (manifest.settings ?? []).map(({key}) => key)],
  ];
  const twice = lists.flatMap(([path, names]) =>
    names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${path} ${name}`),
  );
  return [...new Set(twice)].map((line) => {
    const [path = '', name] = line.split(' ');
    return {path, found: `'${name}' twice`, expected: 'each name once'};
  });
}

function listIds(items: readonly NavigationItem[]): readonly string[] {
  return items.flatMap(({id, children = []}) => [id, ...listIds(children)]);
}

function findEmptyRoutes(route: Route, path: string): readonly Fault[] {
  const {component, redirect, children} = route;
  if (component === undefined && redirect === undefined && children === undefined) {
    return [{path, found: `'${route.path}' with nothing to show`, expected: 'a component, a redirect or children'}];
  }
  const both = component !== undefined && redirect !== undefined;
  return [
    ...(both ? [{path, found: `'${route.path}' with both`, expected: 'a component or a redirect'}] : []),
    ...(children ?? []).flatMap((child, index) => findEmptyRoutes(child, `${path}.children.${index}`)),
  ];
}

function findDoubleDependencies({dependencies}: Partial<ModuleManifest>): readonly Fault[] {
  const {modules = {}, optional = {}} = dependencies ?? {};
  return Object.keys(modules)
    .filter((other) => Object.hasOwn(optional, other))
    .map((other) => ({path: `dependencies.optional.${other}`, found: 'required, too', expected: 'one of the two'}));
}

function findWrongSettings(settings: ModuleManifest['settings'] = []): readonly Fault[] {
  return settings.flatMap((setting, index): readonly Fault[] => {
    const path = `settings.${index}`;
    const isChoice = setting.type === 'select' || setting.type === 'multiselect';
    if (isChoice !== (setting.options !== undefined && setting.options.length > 0)) {
      const expected = isChoice ? 'at least one option' : `no options for the type ${setting.type}`;
      return [{path: `${path}.options`, found: describeValue(setting.options), expected}];
    }
    const fault = setting.default === undefined ? undefined : findSettingFault(setting, setting.default);
    return fault === undefined ? [] : [{...fault, path: `${path}.default`}];
  });
}
