import {sql} from 'drizzle-orm';
import {customType, index, integer, jsonb, pgSchema, primaryKey, text, timestamp} from 'drizzle-orm/pg-core';
import type {JsonObject} from '../engine/json.ts';

/** Byte order, so that the keyset cursor means the same on every server, whatever its locale. */
const name = customType<{data: string}>({dataType: () => 'text COLLATE "C"'});

/** @public drizzle-kit makes the migration of the schema from it. */
export const platformSchema = pgSchema('platform');

/** Every object of every kind. `namespace` is empty for cluster-scoped kinds; `project` and `component` are the owner. */
export const resources = platformSchema.table(
  'resources',
  {
    kind: name().notNull(),
    namespace: name().notNull(),
    name: name().notNull(),
    uid: text().notNull(),
    generation: integer().notNull(),
    project: name(),
    component: name(),
    labels: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    annotations: jsonb().$type<Readonly<Record<string, string>>>().notNull(),
    spec: jsonb().$type<JsonObject>().notNull(),
    status: jsonb().$type<JsonObject>().notNull(),
    /** What its controller has to remember from look to look; never shown. */
    memory: jsonb().$type<JsonObject>().notNull().default({}),
    createdAt: timestamp('created_at', {withTimezone: true}).notNull(),
    deletionRequestedAt: timestamp('deletion_requested_at', {withTimezone: true}),
    /** When its controller looks at it next; null while only a change can give it something to do. */
    dueAt: timestamp('due_at', {withTimezone: true}),
  },
  (table) => [
    primaryKey({columns: [table.kind, table.namespace, table.name]}),
    index('resources_by_project')
      .on(table.kind, table.namespace, table.project, table.name)
      .where(sql`${table.project} is not null`),
    index('resources_by_component')
      .on(table.kind, table.namespace, table.component, table.name)
      .where(sql`${table.component} is not null`),
    index('resources_by_due')
      .on(table.dueAt)
      .where(sql`${table.dueAt} is not null`),
    index('resources_by_label').using('gin', table.labels),
    index('resources_by_spec').using('gin', table.spec.op('jsonb_path_ops')),
  ],
);

/** One row when the first data is in; it is written in the same transaction as that data. */
export const seeds = platformSchema.table('seeds', {
  name: text().primaryKey(),
  seededAt: timestamp('seeded_at', {withTimezone: true}).notNull(),
});
