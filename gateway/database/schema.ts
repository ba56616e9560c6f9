import {
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

/** The portal's own tables; the platform keeps its tables in a schema of its own. */
export const portal = pgSchema('portal');

const moment = (name: string) => timestamp(name, {withTimezone: true, mode: 'date'});

/** What the embedded identity provider remembers, by its own model names. */
export const identityRecords = portal.table(
  'identity_records',
  {
    model: text('model').notNull(),
    id: text('id').notNull(),
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
    grantId: text('grant_id'),
    uid: text('uid'),
    userCode: text('user_code'),
    consumedAt: moment('consumed_at'),
    expiresAt: moment('expires_at'),
  },
  (table) => [
    primaryKey({columns: [table.model, table.id]}),
    index('identity_records_grant').on(table.grantId),
    index('identity_records_uid').on(table.uid),
    index('identity_records_expiry').on(table.expiresAt),
  ],
);

/** Keys made once and kept: signing keys, cookie keys, the portal's client secret. */
export const keys = portal.table('keys', {
  name: text('name').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
});

/** A browser's session. The cookie's value is not here, only its hash; the tokens open with that value alone. */
export const sessions = portal.table(
  'sessions',
  {
    hash: text('hash').primaryKey(),
    userId: text('user_id').notNull(),
    user: jsonb('user').$type<unknown>().notNull(),
    tokens: text('tokens').notNull(),
    createdAt: moment('created_at').notNull(),
    usedAt: moment('used_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** The role an operator looks through. */
    viewAs: jsonb('view_as').$type<unknown>(),
  },
  (table) => [index('sessions_expiry').on(table.expiresAt)],
);

export const preferences = portal.table('preferences', {
  userId: text('user_id').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
  updatedAt: moment('updated_at').notNull(),
});

/** What modules keep for people: one row a field. The value is JSON as text, so that it comes back as it went in. */
export const keptStores = portal.table(
  'kept_stores',
  {
    userId: text('user_id').notNull(),
    moduleId: text('module_id').notNull(),
    field: text('field').notNull(),
    value: text('value').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [primaryKey({columns: [table.userId, table.moduleId, table.field]})],
);

/** What was set of modules' settings: for one person, or for everybody where `user_id` is empty. */
export const settings = portal.table(
  'settings',
  {
    moduleId: text('module_id').notNull(),
    userId: text('user_id').notNull(),
    key: text('key').notNull(),
    value: jsonb('value').$type<unknown>().notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (table) => [primaryKey({columns: [table.moduleId, table.userId, table.key]})],
);

/** What waits for a person to read it. `key` makes a later one of the same module take the place of an earlier. */
export const notifications = portal.table(
  'notifications',
  {
    id: bigserial('id', {mode: 'number'}).primaryKey(),
    userId: text('user_id').notNull(),
    module: text('module').notNull(),
    key: text('key'),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    text: text('text'),
    path: text('path'),
    command: text('command'),
    at: moment('at').notNull(),
    read: boolean('read').notNull().default(false),
  },
  (table) => [
    index('notifications_of_user').on(table.userId, table.at),
    uniqueIndex('notifications_key').on(table.userId, table.module, table.key),
  ],
);

/** What operators decided about modules. A module without a row is enabled. */
export const moduleStates = portal.table('module_states', {
  moduleId: text('module_id').primaryKey(),
  enabled: boolean('enabled').notNull(),
  changedAt: moment('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});

/** For which version of each module the portal's hooks ran, and the tab that is running one now. */
export const moduleInstalls = portal.table('module_installs', {
  moduleId: text('module_id').primaryKey(),
  /** Empty until a hook has succeeded, and again when the module is gone. */
  version: text('version'),
  /** The version a hook ran for last, whatever came of it. */
  attempted: text('attempted'),
  /** What came of it, if it failed. */
  error: text('error'),
  claim: text('claim'),
  claimedUntil: moment('claimed_until'),
  changedAt: moment('changed_at').notNull(),
  changedBy: text('changed_by').notNull(),
});

/** What a consumer of `window.OpenChoreo` registered when an operator's session ran it, as JSON. */
export const moduleRegistrations = portal.table('module_registrations', {
  moduleId: text('module_id').primaryKey(),
  /** The version that ran. */
  version: text('version').notNull(),
  registration: text('registration').notNull(),
  recordedAt: moment('recorded_at').notNull(),
  recordedBy: text('recorded_by').notNull(),
});

/** Who did what, with which outcome. Rows are added, never changed. */
export const auditRecords = portal.table(
  'audit_records',
  {
    id: bigserial('id', {mode: 'number'}).primaryKey(),
    at: moment('at').notNull(),
    userId: text('user_id'),
    userName: text('user_name'),
    action: text('action').notNull(),
    method: text('method'),
    target: text('target'),
    status: integer('status'),
    module: text('module'),
    command: text('command'),
    requestId: text('request_id').notNull(),
  },
  (table) => [index('audit_records_at').on(table.at)],
);
