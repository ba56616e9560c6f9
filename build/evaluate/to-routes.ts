import {isLazyComponent, loadLazyComponent, unwrapComponent, type LazyComponent} from './lazy-component.ts';
import {toMarker} from './marker.ts';

/** Where a route's component could not be turned into a file and an export. */
export class RouteComponentError extends Error {
  override readonly name = 'RouteComponentError';
  readonly path: string;
  readonly found: string;

  constructor(path: string, found: string, options?: ErrorOptions) {
    super(`${path}: ${found}`, options);
    this.path = path;
    this.found = found;
  }
}

/** The routes as data: every component, however it was written, becomes `{entry, export}` or `{tag}`. */
export async function toRoutes(routes: unknown): Promise<Readonly<Record<string, unknown>>> {
  if (!isRecord(routes)) throw new RouteComponentError('routes', 'no object');
  return {...routes, definitions: await toDefinitions(routes['definitions'], 'routes.definitions')};
}

async function toDefinitions(definitions: unknown, path: string): Promise<unknown> {
  if (!Array.isArray(definitions)) return definitions;
  return Promise.all(definitions.map((definition: unknown, index) => toDefinition(definition, `${path}.${index}`)));
}

async function toDefinition(definition: unknown, path: string): Promise<unknown> {
  if (!isRecord(definition)) return definition;
  const {component, children, ...rest} = definition;
  return {
    ...rest,
    ...(component !== undefined && {component: await toReference(component, `${path}.component`)}),
    ...(children !== undefined && {children: await toDefinitions(children, `${path}.children`)}),
  };
}

async function toReference(component: unknown, path: string): Promise<unknown> {
  if (typeof component === 'string') return {tag: component};
  const marker = toMarker(unwrapComponent(component));
  if (marker !== undefined) return {...marker};
  if (isLazyComponent(component)) return toLazyReference(component, path);
  if (typeof component !== 'function') return component;
  const loaded = await load(component as () => unknown, path);
  const loadedMarker = toMarker(loaded) ?? toOnlyExport(loaded);
  if (loadedMarker === undefined) throw new RouteComponentError(path, describe(loaded));
  return {...loadedMarker};
}

async function toLazyReference(component: LazyComponent, path: string): Promise<unknown> {
  const loaded = await load(() => loadLazyComponent(component), path);
  const marker = toMarker(unwrapComponent(loaded));
  if (marker === undefined)
    throw new RouteComponentError(path, 'a lazy component without a default export that is one');
  return {...marker};
}

async function load(component: () => unknown, path: string): Promise<unknown> {
  try {
    return await component();
  } catch (cause) {
    throw new RouteComponentError(path, `a lazy import that failed (${String(cause)})`, {cause});
  }
}

function toOnlyExport(namespace: unknown): ReturnType<typeof toMarker> {
  if (typeof namespace !== 'object' || namespace === null) return undefined;
  const values: readonly unknown[] = Object.values(namespace);
  const chosen = 'default' in namespace ? namespace.default : values.length === 1 ? values[0] : undefined;
  return toMarker(chosen);
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  return `a file that exports ${Object.keys(value).join(', ') || 'nothing'}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
