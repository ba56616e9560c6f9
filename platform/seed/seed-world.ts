import {mergeConditions} from '../engine/condition.ts';
import type {Writer} from '../engine/controller.ts';
import {isJsonObject, type Json} from '../engine/json.ts';
import type {Draft, ResourceKind} from '../engine/kind.ts';
import type {Lookup, Selection} from '../engine/lookup.ts';
import {DESCRIPTION, DISPLAY_NAME, type Resource, type ResourceKey} from '../engine/resource.ts';
import {toResource, withOwner} from '../engine/to-resource.ts';
import {KINDS} from '../kinds/kinds.ts';
import type {SeedObject} from './seed.ts';

const DAY_MILLISECONDS = 86_400_000;
const MAX_LOOKS = 30;

/**
 * A platform in memory, whose past is played through before it is stored: what is written into it at some moment is
 * looked at by the same controllers, at the moments they would have looked.
 */
export class SeedWorld implements Lookup, Writer {
  readonly present: Date;
  #clock: Date;
  readonly #rows = new Map<string, Resource>();
  readonly #owned = new Map<string, Resource[]>();
  #fresh: Resource[] = [];

  constructor(present: Date) {
    this.present = present;
    this.#clock = present;
  }

  /** Everything there is, in the order it came to be written. */
  rows(): readonly Resource[] {
    return [...this.#rows.values()];
  }

  /** Goes to a moment of the past. */
  goTo(daysAgo: number): void {
    this.#clock = new Date(this.present.getTime() - daysAgo * DAY_MILLISECONDS);
  }

  insert({kind: plural, namespace = '', name, labels = {}, displayName, description, ...object}: SeedObject): Resource {
    this.goTo(object.daysOld ?? 180);
    const kind = kindNamed(plural);
    const annotations = {
      ...object.annotations,
      ...(displayName !== undefined && {[DISPLAY_NAME]: displayName}),
      ...(description !== undefined && {[DESCRIPTION]: description}),
    };
    const spec = kind.spec?.parse(object.spec ?? {}) ?? {};
    const row = toResource(kind, {namespace, name, labels, annotations, spec}, this.#clock);
    return this.#add(object.status ? {...row, status: object.status(this.present)} : row);
  }

  create(plural: string, draft: Draft): Promise<Resource | undefined> {
    const kind = kindNamed(plural);
    if (this.#rows.has(toText({...draft, kind: plural}))) return Promise.resolve(undefined);
    const spec = kind.spec?.parse(draft.spec) ?? {};
    return Promise.resolve(this.#add(toResource(kind, {...draft, spec}, this.#clock)));
  }

  replace(resource: Resource, draft: Draft): Promise<Resource> {
    const row = this.#rows.get(toText(resource)) ?? resource;
    Object.assign(row, withOwner(kindNamed(row.kind), draft), {generation: row.generation + 1});
    this.#fresh.push(row);
    return Promise.resolve(row);
  }

  remove(): Promise<void> {
    throw new TypeError('First data is not removed');
  }

  async findAll(selections: readonly Selection[]): Promise<readonly Resource[]> {
    const found: Resource[] = [];
    for (const selection of selections) found.push(...(await this.find(selection)));
    return found;
  }

  get(key: ResourceKey): Promise<Resource | undefined> {
    return Promise.resolve(this.#rows.get(toText(key)));
  }

  find({kind, namespace, name, project, component, spec, memory}: Selection): Promise<readonly Resource[]> {
    const owner = component ?? project;
    const candidates =
      name !== undefined && namespace !== undefined
        ? [this.#rows.get(toText({kind, namespace, name}))]
        : owner !== undefined
          ? (this.#owned.get([kind, namespace, component === undefined ? 'project' : 'component', owner].join('/')) ??
            [])
          : this.#rows.values();
    const found = [...candidates].filter(
      (row): row is Resource =>
        row?.kind === kind &&
        (namespace === undefined || row.namespace === namespace) &&
        (project === undefined || row.project === project) &&
        (spec === undefined || contains(row.spec, spec)) &&
        (memory === undefined || contains(row.memory, memory)),
    );
    return Promise.resolve(found);
  }

  /** Lets controllers look at these, and at all that is written meanwhile, from the moment it is until the present. */
  async settle(rows: readonly Resource[]): Promise<void> {
    this.#fresh = [...rows];
    for (let row = this.#fresh.shift(); row; row = this.#fresh.shift()) await this.#settleOne(row);
  }

  async #settleOne(row: Resource): Promise<void> {
    const kind = kindNamed(row.kind);
    const start = this.#clock;
    for (let look = 0; look < MAX_LOOKS; look++) {
      const means = {resource: row, lookup: this, writer: this, now: this.#clock, pace: 1};
      const {again, ...found} = (await kind.controller?.(means)) ?? {};
      Object.assign(row, found, {dueAt: null});
      const states = await kind.conditions?.(row, this);
      if (states) row.status = {...row.status, conditions: mergeConditions(row, states, this.#clock)};
      if (again === undefined) break;
      const next = new Date(this.#clock.getTime() + again);
      if (next > this.present) {
        row.dueAt = next;
        break;
      }
      this.#clock = next;
    }
    this.#clock = start;
  }

  #add(row: Resource): Resource {
    this.#rows.set(toText(row), row);
    for (const level of ['project', 'component'] as const) {
      const owner = row[level];
      if (owner === null) continue;
      const key = [row.kind, row.namespace, level, owner].join('/');
      const owned = this.#owned.get(key);
      if (owned) owned.push(row);
      else this.#owned.set(key, [row]);
    }
    this.#fresh.push(row);
    return row;
  }
}

function kindNamed(plural: string): ResourceKind {
  const kind = KINDS.get(plural);
  if (!kind) throw new Error(`The table has no kind '${plural}'`);
  return kind;
}

function toText({kind, namespace, name}: ResourceKey): string {
  return [kind, namespace, name].join('/');
}

/** What `@>` says in the database. */
function contains(whole: Json | undefined, part: Json | undefined): boolean {
  if (isJsonObject(part)) {
    return isJsonObject(whole) && Object.entries(part).every(([key, value]) => contains(whole[key], value));
  }
  if (Array.isArray(part)) {
    return Array.isArray(whole) && part.every((value: Json) => whole.some((item: Json) => contains(item, value)));
  }
  return whole === part;
}
