import type {Contribution, ExtensionPoints} from './extension-points.ts';
import type {PortalEvents} from './events.ts';
import type {JsonSchemaValue} from './json-schema-value.ts';
import type {ModuleConfig} from './module-config.ts';
import type {Permission} from './permissions.ts';

// What a manifest declares, as types: `Host<typeof config>` lets its module ask for these and nothing else. Of a
// manifest that is not known while compiling (`ModuleConfig` itself), everything that the portal knows by name.

/** Payloads of the events a module may publish, by name: its own, `events.publish`. */
export type PublishedEvents<M extends ModuleConfig> =
  IsAny<M> extends true ? PortalEvents : Payloads<PublishSchemas<M>>;

/** Payloads of the events a module may follow, by name: its own and `events.subscribe`. */
export type HeardEvents<M extends ModuleConfig> =
  IsAny<M> extends true
    ? PortalEvents
    : Payloads<PublishSchemas<M> & Readonly<Record<Exclude<SubscribedName<M>, keyof PublishSchemas<M>>, unknown>>>;

/** The actions a module may ask about: `permissions` and `actions`. */
export type DeclaredAction<M extends ModuleConfig> =
  IsAny<M> extends true ? Permission : Permission & (Item<Field<M, 'permissions'>> | Item<Field<M, 'actions'>>);

/** The modules it may read the stores of: itself and those it depends on, required or optional. */
export type DeclaredModule<M extends ModuleConfig> =
  IsAny<M> extends true
    ? string
    : M['id'] | Key<Field<Field<M, 'dependencies'>, 'modules'>> | Key<Field<Field<M, 'dependencies'>, 'optional'>>;

/** The modules whose stores are there as long as it is active itself: its own and those of required dependencies. */
export type WholeStore<M extends ModuleConfig> =
  IsAny<M> extends true ? never : M['id'] | Key<Field<Field<M, 'dependencies'>, 'modules'>>;

/** What contributions say at the extension points a module opens, by point. */
export type OwnExtensionPoints<M extends ModuleConfig> =
  IsAny<M> extends true
    ? ExtensionPoints
    : {
        readonly [P in PointOf<M> as P['id']]: P['id'] extends keyof ExtensionPoints
          ? ExtensionPoints[P['id']]
          : JsonSchemaValue<P['schema']>;
      };

/** Ids of what a module itself contributes to a point. */
export type ContributionId<M extends ModuleConfig, P extends string> =
  IsAny<M> extends true ? Contribution['id'] : IdOf<Item<Field<Field<M, 'contributes'>, P>>>;

/** Values of a module's settings by key. A setting without a default may be unset. */
export type SettingValues<M extends ModuleConfig> =
  IsAny<M> extends true
    ? Readonly<Record<string, unknown>>
    : {
        readonly [S in SettingOf<M> as S['key']]:
          SettingValue<S> | (S extends {readonly default: unknown} ? never : undefined);
      };

type SettingValue<S> = S extends {readonly type: 'string'}
  ? string
  : S extends {readonly type: 'number'}
    ? number
    : S extends {readonly type: 'boolean'}
      ? boolean
      : S extends {readonly type: 'select'; readonly options: readonly {readonly value: infer V}[]}
        ? V
        : S extends {readonly type: 'multiselect'; readonly options: readonly {readonly value: infer V}[]}
          ? readonly V[]
          : S extends {readonly type: 'json'; readonly schema: infer J}
            ? JsonSchemaValue<J>
            : unknown;

/** True of a manifest that is not known while compiling. */
type IsAny<M extends ModuleConfig> = string extends M['id'] ? true : false;

type Field<T, K extends string> = T extends Readonly<Record<K, infer V>> ? V : never;
type Item<T> = T extends readonly (infer I)[] ? I : never;
type Key<T> = keyof T & string;
type IdOf<T> = T extends {readonly id: infer I} ? I : never;

type PublishSchemas<M> = M extends {readonly events: {readonly publish: infer S}} ? S : object;
type SubscribedName<M> = Item<Field<Field<M, 'events'>, 'subscribe'>> & string;
type PointOf<M> = Extract<Item<Field<M, 'extensionPoints'>>, {readonly id: string; readonly schema: unknown}>;
type SettingOf<M> = Extract<Item<Field<M, 'settings'>>, {readonly key: string}>;

/** A payload has the type that somebody gave the event, else that of its schema. */
type Payloads<S> = {
  readonly [N in keyof S & string]: N extends keyof PortalEvents ? PortalEvents[N] : JsonSchemaValue<S[N]>;
};
