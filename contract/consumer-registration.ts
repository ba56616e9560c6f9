import * as z from 'zod/mini';
import {describeValue} from './describe-value.ts';
import type {Fault} from './errors.ts';
import type {Result} from './result.ts';
import {isVersion} from './semver.ts';
import {toFaults} from './to-faults.ts';

const text = z.string().check(z.minLength(1), z.maxLength(500));
const id = z.string().check(z.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a kebab-case id'), z.maxLength(64));
const permissions = z.optional(z.array(z.string()));
const order = z.optional(z.number());

/** `1.0` and `v1.0.0` are met in the wild. */
const version = z
  .pipe(
    z.string(),
    z.transform((value) => toVersion(value)),
  )
  .check(z.refine(isVersion, 'a semantic version like 1.2.3'));

const perspective = z.pipe(
  z.enum(['development', 'platform-engineering', 'both', 'all']),
  z.transform((value) => (value === 'all' ? 'both' : value)),
);

/** The name of a lucide icon, `TrendingUp` or `trending-up`, or the icon itself, which bears its name. */
const icon = z.pipe(
  z.custom((value) => toIconName(value) !== undefined, 'the name of a lucide icon'),
  z.transform((value) => toIconName(value) ?? ''),
);

const route = z.object({
  path: z.string().check(z.regex(/^\S+$/, 'a path like /my-module'), z.maxLength(200)),
  label: z.optional(text),
  title: z.optional(text),
  icon: z.optional(icon),
  perspective: z.optional(perspective),
  permissions,
  order,
});

const span = z.union([
  z.number(),
  z.string(),
  z.object({cols: z.optional(z.number()), columns: z.optional(z.number()), rows: z.optional(z.number())}),
]);

const card = z.object({
  id: text,
  title: z.optional(text),
  name: z.optional(text),
  label: z.optional(text),
  position: z.optional(z.enum(['top', 'middle', 'bottom', 'sidebar'])),
  size: z.optional(z.enum(['small', 'medium', 'large', 'full'])),
  gridSpan: z.optional(span),
  order,
  perspective: z.optional(perspective),
  permissions,
});

const navigationItem = z.object({
  id: z.optional(text),
  label: z.optional(text),
  title: z.optional(text),
  name: z.optional(text),
  icon: z.optional(icon),
  path: z.optional(text),
  href: z.optional(text),
  to: z.optional(text),
  position: z.catch(z.optional(z.enum(['main', 'secondary', 'settings', 'footer'])), undefined),
  perspective: z.optional(perspective),
  permissions,
  order,
  get children() {
    return z.optional(z.array(navigationItem));
  },
});

const setting = z.looseObject({
  key: z.optional(text),
  id: z.optional(text),
  name: z.optional(text),
  type: z.optional(z.enum(['string', 'number', 'boolean', 'select', 'multiselect', 'json'])),
  label: z.optional(text),
  title: z.optional(text),
  description: z.optional(text),
  options: z.optional(
    z.array(z.union([z.string(), z.looseObject({value: z.string(), label: z.optional(z.string())})])),
  ),
});

const ranges = z.record(z.string(), z.string());
const dependencies = z.union([
  z.array(z.string()),
  ranges,
  z.object({modules: z.optional(ranges), optional: z.optional(ranges)}),
]);

const registrationSchema = z.object({
  id,
  name: text,
  version,
  type: z.optional(text),
  description: z.optional(text),
  icon: z.optional(icon),
  routes: z.optional(z.array(route)),
  dashboard: z.optional(z.object({cards: z.optional(z.array(card))})),
  navigation: z.optional(z.union([z.array(navigationItem), navigationItem])),
  permissions,
  dependencies: z.optional(dependencies),
  /** A list, or an object of what is set first. */
  settings: z.optional(z.union([z.array(setting), z.record(z.string(), z.unknown())])),
});

const remoteManifestSchema = z.object({
  id,
  name: text,
  version,
  description: z.optional(text),
  author: z.optional(
    z.union([
      text,
      z.pipe(
        z.object({name: text}),
        z.transform(({name}) => name),
      ),
    ]),
  ),
  /** Absolute, or relative to the manifest. */
  entryPoint: z.string().check(z.minLength(1), z.maxLength(2000)),
  integrity: z.optional(
    z.string().check(z.regex(/^sha(256|384|512)-[A-Za-z0-9+/]+=*(\s+sha(256|384|512)-[A-Za-z0-9+/]+=*)*$/, 'sha384-…')),
  ),
  dependencies: z.optional(dependencies),
  permissions,
  size: z.optional(z.union([z.number(), z.string()])),
  updatedAt: z.optional(z.string()),
  changelog: z.optional(z.unknown()),
});

/** The data part of what a consumer of `window.OpenChoreo` registers, older shapes brought to one. It is JSON. */
export type ConsumerRegistration = z.infer<typeof registrationSchema>;

/** The manifest that consumers of `window.OpenChoreo` are loaded from. */
export type ConsumerManifest = z.infer<typeof remoteManifestSchema>;

/**
 * Reads the data part of what was given to `registerModule`, or of what was recorded of it: functions in it are left
 * out. Every fault is listed at once; `owner` is the only id that it may register.
 */
export function parseConsumerRegistration(
  data: unknown,
  owner: string,
): Result<ConsumerRegistration, readonly Fault[]> {
  const parsed = registrationSchema.safeParse(data);
  const faults = [...(parsed.success ? [] : toFaults(parsed.error.issues, data)), ...findForeignId(data, owner)];
  if (!parsed.success || faults.length > 0) return {ok: false, error: faults};
  return {ok: true, value: parsed.data};
}

/** Reads the JSON that names a consumer's bundle, every fault listed at once. */
export function parseConsumerManifest(data: unknown): Result<ConsumerManifest, readonly Fault[]> {
  const parsed = remoteManifestSchema.safeParse(data);
  return parsed.success ? {ok: true, value: parsed.data} : {ok: false, error: toFaults(parsed.error.issues, data)};
}

function findForeignId(data: unknown, owner: string): readonly Fault[] {
  const found = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;
  if (typeof found !== 'string' || found === owner) return [];
  return [{path: 'id', found: describeValue(found), expected: `'${owner}', the module it was loaded for`}];
}

function toVersion(value: string): string {
  const [, major, minor = '0', patch = '0', rest = ''] = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?([-+].*)?$/.exec(value) ?? [];
  return major === undefined ? value : `${major}.${minor}.${patch}${rest}`;
}

function toIconName(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  const isComponent = typeof value === 'function' || (typeof value === 'object' && value !== null);
  const name = isComponent && 'displayName' in value ? value.displayName : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
