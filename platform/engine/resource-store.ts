import {and, asc, eq, gt, lte, min, sql, type SQL} from 'drizzle-orm';
import type {PlatformDatabase} from '../database/database.ts';
import {resources} from '../database/schema.ts';
import {toLabelCondition} from './label-condition.ts';
import type {LabelRequirement} from './label-selector.ts';
import type {Lookup, Selection} from './lookup.ts';
import type {Resource, ResourceKey} from './resource.ts';

export interface PageSelection extends Selection {
  readonly labels: readonly LabelRequirement[];
  readonly after: string | undefined;
}

/** The rows, seen through one database or one transaction. */
export class ResourceStore implements Lookup {
  readonly #database: PlatformDatabase;

  constructor(database: PlatformDatabase) {
    this.#database = database;
  }

  async get(key: ResourceKey): Promise<Resource | undefined> {
    const [row] = await this.#database.select().from(resources).where(isKey(key));
    return row;
  }

  async find(selection: Selection): Promise<readonly Resource[]> {
    return this.#database.select().from(resources).where(isSelected(selection)).orderBy(asc(resources.name));
  }

  async findAll(selections: readonly Selection[]): Promise<readonly Resource[]> {
    const found: Resource[] = [];
    for (const selection of selections) found.push(...(await this.find(selection)));
    return found;
  }

  /** One stretch of a list, in the order of names. */
  async page(selection: PageSelection, limit: number): Promise<readonly Resource[]> {
    const after = selection.after === undefined ? undefined : gt(resources.name, selection.after);
    return this.#database
      .select()
      .from(resources)
      .where(and(isSelected(selection), toLabelCondition(selection.labels), after))
      .orderBy(asc(resources.name))
      .limit(limit);
  }

  /** False when the name is taken. */
  async insert(resource: Resource): Promise<boolean> {
    const rows = await this.#database
      .insert(resources)
      .values(resource)
      .onConflictDoNothing()
      .returning({name: resources.name});
    return rows.length > 0;
  }

  async update(resource: Resource): Promise<void> {
    await this.#database.update(resources).set(resource).where(isKey(resource));
  }

  /** Removes them all and says what they were. */
  async remove(where: ResourceKey | OwnerSelection): Promise<readonly Resource[]> {
    return this.#database
      .delete(resources)
      .where('kind' in where ? isKey(where) : isOwned(where))
      .returning();
  }

  /** Makes their controllers look at them now. */
  async wake(selection: Selection, now: Date): Promise<void> {
    await this.#database.update(resources).set({dueAt: now}).where(isSelected(selection));
  }

  /** The object whose controller has waited longest to look at it. */
  async due(now: Date): Promise<Resource | undefined> {
    const [row] = await this.#database
      .select()
      .from(resources)
      .where(lte(resources.dueAt, now))
      .orderBy(asc(resources.dueAt))
      .limit(1);
    return row;
  }

  /** When a controller has something to do next. */
  async nextDue(): Promise<Date | undefined> {
    const [row] = await this.#database.select({dueAt: min(resources.dueAt)}).from(resources);
    return row?.dueAt ?? undefined;
  }

  /** Makes sure that one process acts for all controllers. False while another one does. */
  async lockControllers(): Promise<boolean> {
    const lock = sql<boolean>`pg_try_advisory_xact_lock(hashtext('openchoreo-platform-controllers'))`;
    const [row] = await this.#database.select({locked: lock}).from(sql`(values (1)) as one`);
    return row?.locked ?? false;
  }

  /** Lets one writer in at a time, until the transaction ends: what a write checks is then true when it commits. */
  async lockWrites(): Promise<void> {
    await this.#database.execute(sql`select pg_advisory_xact_lock(hashtext('openchoreo-platform'))`);
  }
}

export interface OwnerSelection {
  readonly namespace: string;
  readonly project?: string;
  readonly component?: string;
}

function isKey({kind, namespace, name}: ResourceKey): SQL | undefined {
  return and(eq(resources.kind, kind), eq(resources.namespace, namespace), eq(resources.name, name));
}

function isSelected({kind, namespace, name, project, component, spec, memory}: Selection): SQL | undefined {
  return and(
    eq(resources.kind, kind),
    namespace === undefined ? undefined : eq(resources.namespace, namespace),
    name === undefined ? undefined : eq(resources.name, name),
    project === undefined ? undefined : eq(resources.project, project),
    component === undefined ? undefined : eq(resources.component, component),
    spec === undefined ? undefined : sql`${resources.spec} @> ${JSON.stringify(spec)}::jsonb`,
    memory === undefined ? undefined : sql`${resources.memory} @> ${JSON.stringify(memory)}::jsonb`,
  );
}

function isOwned({namespace, project, component}: OwnerSelection): SQL | undefined {
  return and(
    eq(resources.namespace, namespace),
    project === undefined ? undefined : eq(resources.project, project),
    component === undefined ? undefined : eq(resources.component, component),
  );
}
