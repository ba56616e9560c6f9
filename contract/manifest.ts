import * as z from 'zod/mini';
import {isKindName, type KindName} from './openchoreo/kinds.ts';
import {describeValue} from './describe-value.ts';
import type {Fault} from './errors.ts';
import {API_VERSION} from './manifest-version.ts';
import {PERSPECTIVES} from './perspective.ts';
import type {Result} from './result.ts';
import {isVersion, isVersionRange} from './semver.ts';

/** Ids, first path segments and tag prefixes that belong to the portal itself. */
export const RESERVED_WORDS: readonly string[] = [
  'api', 'assets', 'auth', 'docs', 'embed', 'healthz', 'idp', 'm', 'metrics', 'openchoreo', 'portal', 'readyz', 'sl',
]; // prettier-ignore

const id = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a kebab-case id'), z.maxLength(64));
const text = z.string().check(z.minLength(1), z.maxLength(500));
const path = z.string().check(z.regex(/^\/\S*$/, 'a path that starts with /'), z.maxLength(200));
const permission = z.string().check(z.regex(/^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/, "an action like 'component:create'"));
const eventName = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*$/, "an event like 'analytics:data-updated'"));
const pointId = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, "an extension point like 'dashboard.cards'"));
const tag = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/, 'a custom element name'));
const version = z.string().check(z.refine(isVersion, 'a semantic version like 1.2.3'));
const range = z.string().check(z.refine(isVersionRange, 'a version range like ^1.2.0'));
const jsonSchema = z.record(z.string(), z.unknown());
const perspective = z.enum([...PERSPECTIVES, 'both']);
const locale = z.string().check(z.regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a locale like en or pt-BR'));

/** A component: a built file and the export to take from it, or the tag of an element the module defines itself. */
const component = z.union([z.strictObject({entry: text, export: text}), z.strictObject({tag})]);

/** Platform data a page or card shows first. `name` may be a route parameter (`:name`). */
const dataNeed = z.object({
  kind: z.custom<KindName>((value) => typeof value === 'string' && isKindName(value), 'a kind of platform object'),
  name: z.optional(text),
});

const permissions = z.optional(z.array(permission));

const route = z.object({
  path,
  component: z.optional(component),
  title: z.optional(text),
  permissions,
  perspective: z.optional(perspective),
  layout: z.optional(z.enum(['default', 'full', 'minimal'])),
  redirect: z.optional(path),
  data: z.optional(z.array(dataNeed)),
  get children() {
    return z.optional(z.array(route));
  },
});

const navigationItem = z.object({
  id,
  label: text,
  icon: z.optional(text),
  path: z.optional(path),
  position: z.optional(z.enum(['main', 'secondary', 'settings', 'footer'])),
  perspective: z.optional(perspective),
  order: z.optional(z.number()),
  badge: z.optional(text),
  permissions,
  get children() {
    return z.optional(z.array(navigationItem));
  },
});

/** What every contribution may say; what else it says is the extension point's business, checked by its schema. */
const contribution = z.looseObject({
  id,
  title: z.optional(text),
  component: z.optional(component),
  perspective: z.optional(perspective),
  permissions,
  order: z.optional(z.number()),
  data: z.optional(z.array(dataNeed)),
});

const capability = z.object({name: text, reason: text, values: z.optional(z.array(text))});

const setting = z.object({
  key: text,
  type: z.enum(['string', 'number', 'boolean', 'select', 'multiselect', 'json']),
  label: text,
  description: z.optional(text),
  default: z.optional(z.unknown()),
  options: z.optional(z.array(z.object({value: text, label: text}))),
  level: z.optional(z.enum(['user', 'portal'])),
});

const element = z.object({
  tag,
  component,
  description: z.optional(text),
  attributes: z.optional(z.array(z.object({name: text, description: z.optional(text)}))),
});

/** The manifest: what a module is and everything it adds, as data. Unknown fields are kept for forward compatibility. */
export const manifestSchema = z.looseObject({
  id,
  name: text,
  version,
  apiVersion: z.literal(API_VERSION),
  description: z.optional(text),
  author: z.optional(text),
  license: z.optional(text),
  homepage: z.optional(text),
  repository: z.optional(text),
  icon: z.optional(text),
  tags: z.optional(z.array(text)),
  type: z.optional(z.enum(['core', 'feature', 'integration', 'utility'])),
  category: z.optional(text),
  perspective: z.optional(perspective),
  engines: z.optional(z.object({portal: z.optional(range)})),
  dependencies: z.optional(
    z.object({modules: z.optional(z.record(id, range)), optional: z.optional(z.record(id, range))}),
  ),
  shared: z.optional(z.record(text, range)),
  permissions,
  /** Further actions its code asks about, of those who have the module already. */
  actions: permissions,
  capabilities: z.optional(z.array(capability)),
  elements: z.optional(z.array(element)),
  routes: z.optional(z.object({base: path, perspective: z.optional(perspective), definitions: z.array(route)})),
  navigation: z.optional(z.array(navigationItem)),
  contributes: z.optional(z.record(pointId, z.array(contribution))),
  extensionPoints: z.optional(z.array(z.object({id: pointId, description: z.optional(text), schema: jsonSchema}))),
  events: z.optional(
    z.object({publish: z.optional(z.record(eventName, jsonSchema)), subscribe: z.optional(z.array(eventName))}),
  ),
  settings: z.optional(z.array(setting)),
  activation: z.optional(
    z.array(z.string().check(z.regex(/^(onStartup|onEvent:\S+)$/, 'onStartup or onEvent:<event>'))),
  ),
  features: z.optional(z.record(text, z.boolean())),
  metadata: z.optional(z.record(text, z.unknown())),
  /** The file whose default export holds hooks and stores; absent when a module has neither. */
  main: z.optional(z.strictObject({entry: text, export: text})),
  /** Message catalogues by locale. Strings of this manifest written `%key%` are looked up there. */
  messages: z.optional(z.record(locale, text)),
});

export type ModuleManifest = z.infer<typeof manifestSchema>;
export type Route = NonNullable<ModuleManifest['routes']>['definitions'][number];
export type NavigationItem = NonNullable<ModuleManifest['navigation']>[number];
export type ContributionData = NonNullable<ModuleManifest['contributes']>[string][number];
export type ComponentReference = z.infer<typeof component>;
export type DataNeed = z.infer<typeof dataNeed>;
export type PublicElement = z.infer<typeof element>;

/**
 * Reads a manifest from unknown data. Every fault is listed, with its path, what was found and what belongs there;
 * a faulty manifest is never half accepted.
 */
export function parseManifest(data: unknown): Result<ModuleManifest, readonly Fault[]> {
  const parsed = manifestSchema.safeParse(data);
  if (!parsed.success) return {ok: false, error: toFaults(parsed.error.issues, data)};
  const faults = [
    ...findReservedWords(parsed.data),
    ...findForeignPoints(parsed.data),
    ...findForeignEvents(parsed.data),
  ];
  return faults.length > 0 ? {ok: false, error: faults} : {ok: true, value: parsed.data};
}

/** Fields the schema does not know: a warning for the author, not a fault. */
export function findUnknownFields(manifest: ModuleManifest): readonly string[] {
  return Object.keys(manifest).filter((field) => !Object.hasOwn(manifestSchema.def.shape, field));
}

function findReservedWords(manifest: ModuleManifest): readonly Fault[] {
  const faults: Fault[] = [];
  const check = (at: string, word: string | undefined): void => {
    if (word === undefined || !RESERVED_WORDS.includes(word)) return;
    faults.push({path: at, found: `'${word}', which is reserved for the portal`, expected: 'another word'});
  };
  check('id', manifest.id);
  check('routes.base', manifest.routes?.base.split('/')[1]);
  manifest.elements?.forEach((element, index) => check(`elements.${index}.tag`, element.tag.split('-')[0]));
  return faults;
}

/** A point bears its owner's id, so that everybody knows whose it is and nobody can open another's. */
function findForeignPoints({id: owner, extensionPoints = []}: ModuleManifest): readonly Fault[] {
  return extensionPoints.flatMap(({id: point}, index) => {
    const path = `extensionPoints.${index}.id`;
    if (!point.startsWith(`${owner}.`)) return [{path, found: `'${point}'`, expected: `'${owner}.…'`}];
    const isSecond = extensionPoints.findIndex((one) => one.id === point) < index;
    return isSecond ? [{path, found: `'${point}' for the second time`, expected: 'each point once'}] : [];
  });
}

/** A module publishes its own events and nobody else's. */
function findForeignEvents({id, events}: ModuleManifest): readonly Fault[] {
  const foreign = Object.keys(events?.publish ?? {}).filter((name) => !name.startsWith(`${id}:`));
  return foreign.map((name) => ({
    path: `events.publish.${name}`,
    found: 'an event of another module',
    expected: `an event of its own, ${id}:<event>`,
  }));
}

/** Turns zod's issues into the portal's faults, with the found value read from the data itself. */
export function toFaults(issues: readonly z.core.$ZodIssue[], data: unknown): readonly Fault[] {
  return issues.flatMap((issue): readonly Fault[] => {
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
      const at = (inner: z.core.$ZodIssue): z.core.$ZodIssue => ({...inner, path: [...issue.path, ...inner.path]});
      return toFaults(closest.map(at), data);
    }
    return [
      {path: issue.path.join('.'), found: describeValue(valueAt(data, issue.path)), expected: expectation(issue)},
    ];
  });
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  if (issue.code === 'unrecognized_keys') return `no ${issue.keys.join(', ')}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum} characters or items`;
  if (issue.code === 'too_small') return `at least ${issue.minimum} characters or items`;
  return issue.message;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value === null || value === undefined ? undefined : (value as Record<PropertyKey, unknown>)[key]),
    data,
  );
}
