import * as z from 'zod/mini';
import {isKindName, type KindName} from './openchoreo/kinds.ts';
import {checkManifest} from './check-manifest.ts';
import type {Fault} from './errors.ts';
import {API_VERSION} from './manifest-version.ts';
import {findUnknown, openObject} from './open-object.ts';
import {PERSPECTIVES} from './perspective.ts';
import type {Result} from './result.ts';
import {isVersion, isVersionRange} from './semver.ts';
import {toFaults} from './to-faults.ts';

const id = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a kebab-case id'), z.maxLength(64));
const text = z.string().check(z.minLength(1), z.maxLength(500));
const path = z.string().check(z.regex(/^\/\S*$/, 'a path that starts with /'), z.maxLength(200));
const redirect = z
  .string()
  .check(z.regex(/^([/]|[.]{1,2}[/])\S*$/, 'a path that starts with /, ./ or ../'), z.maxLength(200));
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
const webAddress = z
  .string()
  .check(z.regex(/^https?:\/\/\S+$/, 'an address that starts with https://'), z.maxLength(500));
const integrity = z
  .string()
  .check(z.regex(/^sha(256|384|512)-[A-Za-z0-9+/]+=*$/, 'a digest like sha384-…'), z.maxLength(100));
const locale = z.string().check(z.regex(/^[a-z]{2}(-[A-Z]{2})?$/, 'a locale like en or pt-BR'));

/** A component: a built file and the export to take from it, or the tag of an element the module defines itself. */
const component = z.union([z.strictObject({entry: text, export: text}), z.strictObject({tag})]);

/** Platform data a page or card shows first. `name` may be a route parameter (`:name`). */
const dataNeed = openObject({
  kind: z.custom<KindName>((value) => typeof value === 'string' && isKindName(value), 'a kind of platform object'),
  name: z.optional(text),
});

/** Drawn on the server with the declared data, so that it is seen before any script runs. For Lit elements that touch no document while they render. */
const prerender = z.optional(z.boolean());

const permissions = z.optional(z.array(permission));

const route = openObject({
  path,
  component: z.optional(component),
  title: z.optional(text),
  /** The page it belongs to, below the base, where its own path does not say so: for breadcrumb and navigation. */
  under: z.optional(path),
  permissions,
  perspective: z.optional(perspective),
  layout: z.optional(z.enum(['default', 'full', 'minimal'])),
  redirect: z.optional(redirect),
  data: z.optional(z.array(dataNeed)),
  prerender,
  get children() {
    return z.optional(z.array(route));
  },
});

const navigationItem = openObject({
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
  prerender,
  /** Its place is kept, its code and data come when the place is looked at: it costs the page's first load nothing. */
  deferred: z.optional(z.boolean()),
});

const capability = openObject({name: text, reason: text, values: z.optional(z.array(text))});

const setting = openObject({
  key: id,
  type: z.enum(['string', 'number', 'boolean', 'select', 'multiselect', 'json']),
  label: text,
  description: z.optional(text),
  default: z.optional(z.unknown()),
  options: z.optional(z.array(openObject({value: text, label: text}))),
  level: z.optional(z.enum(['user', 'portal'])),
  /** Of a number, or of a text's length. */
  minimum: z.optional(z.number()),
  maximum: z.optional(z.number()),
  /** Of `json`. */
  schema: z.optional(jsonSchema),
  /** Not on the settings page: the module changes it in its own way. */
  hidden: z.optional(z.boolean()),
});

const element = openObject({
  tag,
  component,
  description: z.optional(text),
  attributes: z.optional(z.array(openObject({name: text, description: z.optional(text)}))),
});

/** The manifest: what a module is and everything it adds, as data. Unknown fields are kept for forward compatibility. */
export const manifestSchema = openObject({
  id,
  name: text,
  version,
  apiVersion: z.literal(API_VERSION),
  description: z.optional(text),
  author: z.optional(text),
  license: z.optional(text),
  homepage: z.optional(webAddress),
  repository: z.optional(webAddress),
  icon: z.optional(text),
  tags: z.optional(z.array(text)),
  type: z.optional(z.enum(['core', 'feature', 'integration', 'utility'])),
  category: z.optional(text),
  perspective: z.optional(perspective),
  engines: z.optional(openObject({portal: z.optional(range)})),
  dependencies: z.optional(
    openObject({modules: z.optional(z.record(id, range)), optional: z.optional(z.record(id, range))}),
  ),
  shared: z.optional(z.record(text, range)),
  permissions,
  /** Further actions its code asks about, of those who have the module already. */
  actions: permissions,
  capabilities: z.optional(z.array(capability)),
  elements: z.optional(z.array(element)),
  routes: z.optional(openObject({base: path, perspective: z.optional(perspective), definitions: z.array(route)})),
  navigation: z.optional(z.array(navigationItem)),
  contributes: z.optional(z.record(pointId, z.array(contribution))),
  extensionPoints: z.optional(
    z.array(
      openObject({
        id: pointId,
        description: z.optional(text),
        schema: jsonSchema,
        /** What is contributed is fetched when it is shown, not with every page of the owner. */
        lazy: z.optional(z.boolean()),
      }),
    ),
  ),
  events: z.optional(
    openObject({
      publish: z.optional(z.record(eventName, jsonSchema)),
      subscribe: z.optional(z.array(eventName)),
      /** Publishes what it likes under its own id and hears whatever it asks for: code that was not written for this manifest. */
      undeclared: z.optional(z.boolean()),
    }),
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
  /** Every file of the module with its digest (SRI). What is there is verified; to be installed from an address a module needs it. */
  files: z.optional(z.record(text, integrity)),
});

export type ModuleManifest = z.infer<typeof manifestSchema>;
export type Route = NonNullable<ModuleManifest['routes']>['definitions'][number];
export type NavigationItem = NonNullable<ModuleManifest['navigation']>[number];
export type ContributionData = NonNullable<ModuleManifest['contributes']>[string][number];
export type ComponentReference = z.infer<typeof component>;
export type DataNeed = z.infer<typeof dataNeed>;
export type PublicElement = z.infer<typeof element>;

/**
 * Reads a manifest from unknown data. Every fault is listed at once, with its path, what was found and what belongs
 * there; a faulty manifest is never half accepted. Fields of later versions are kept.
 */
export function parseManifest(data: unknown): Result<ModuleManifest, readonly Fault[]> {
  const parsed = manifestSchema.safeParse(data);
  const faults = parsed.success
    ? checkManifest(parsed.data)
    : [...toFaults(parsed.error.issues, data), ...checkManifest(pickSound(data))];
  return faults.length > 0 || !parsed.success ? {ok: false, error: faults} : {ok: true, value: parsed.data};
}

/** Paths of fields the schema does not know: a warning for the author, not a fault. */
export function findUnknownFields(manifest: ModuleManifest): readonly string[] {
  return findUnknown(manifestSchema, manifest).filter((path) => path !== '$schema');
}

/** The fields of a faulty manifest that have nothing wrong in them. */
function pickSound(data: unknown): Partial<ModuleManifest> {
  if (typeof data !== 'object' || data === null) return {};
  const sound = Object.entries(manifestSchema.def.shape).flatMap(([field, schema]) => {
    const parsed = z.safeParse(schema, (data as Record<string, unknown>)[field]);
    return parsed.success ? [[field, parsed.data] as const] : [];
  });
  return Object.fromEntries(sound);
}
