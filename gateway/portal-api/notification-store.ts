import type {Dispose, NotificationDraft, NotificationList, PortalNotification} from '@openchoreo/portal-contract';
import {and, count, desc, eq, notInArray} from 'drizzle-orm';
import {notifications, type Database} from '../database/index.ts';

/** What a person has at most; the oldest go first. */
const KEPT = 200;

/** What waits for each person to read it. */
export class NotificationStore {
  readonly #database: Database;
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The newest first. */
  async list(userId: string): Promise<NotificationList> {
    const rows = await this.#database
      .select()
      .from(notifications)
      .where(eq(notifications.userId, userId))
      .orderBy(desc(notifications.at), desc(notifications.id))
      .limit(KEPT);
    return {items: rows.map(toNotification), unread: rows.filter(({read}) => !read).length};
  }

  async unread(userId: string): Promise<number> {
    const unread = and(eq(notifications.userId, userId), eq(notifications.read, false));
    const [row] = await this.#database.select({unread: count()}).from(notifications).where(unread);
    return row?.unread ?? 0;
  }

  /** Keeps it, in place of an earlier one of the same module and key. */
  async add(userId: string, module: string, draft: NotificationDraft): Promise<PortalNotification> {
    const {kind, title, text = null, path = null, command = null, key = null} = draft;
    const content = {kind, title, text, path, command, at: new Date(), read: false};
    const [row] = await this.#database
      .insert(notifications)
      .values({userId, module, key, ...content})
      .onConflictDoUpdate({target: [notifications.userId, notifications.module, notifications.key], set: content})
      .returning();
    if (row === undefined) throw new TypeError('the database gave no row back');
    await this.#drop(userId);
    this.#tell(userId);
    return toNotification(row);
  }

  /** Marks one, or all of the person's. False when there is none of this id. */
  async mark(userId: string, read: boolean, id?: number): Promise<boolean> {
    const changed = await this.#database
      .update(notifications)
      .set({read})
      .where(toCondition(userId, id))
      .returning({id: notifications.id});
    this.#tell(userId);
    return changed.length > 0 || id === undefined;
  }

  /** Deletes one, or all of the person's. Deleting what is gone does nothing. */
  async remove(userId: string, id?: number): Promise<void> {
    await this.#database.delete(notifications).where(toCondition(userId, id));
    this.#tell(userId);
  }

  /** Calls back after every change to the person's notifications in this process. */
  onChange(userId: string, listener: () => void): Dispose {
    const own = (): void => listener();
    const all = this.#listeners.get(userId) ?? new Set();
    this.#listeners.set(userId, all.add(own));
    return () => {
      all.delete(own);
      if (all.size === 0 && this.#listeners.get(userId) === all) this.#listeners.delete(userId);
    };
  }

  #tell(userId: string): void {
    for (const listener of this.#listeners.get(userId) ?? []) listener();
  }

  async #drop(userId: string): Promise<void> {
    const newest = this.#database
      .select({id: notifications.id})
      .from(notifications)
      .where(eq(notifications.userId, userId))
      .orderBy(desc(notifications.at), desc(notifications.id))
      .limit(KEPT);
    await this.#database
      .delete(notifications)
      .where(and(eq(notifications.userId, userId), notInArray(notifications.id, newest)));
  }
}

function toCondition(userId: string, id: number | undefined): ReturnType<typeof and> {
  return and(eq(notifications.userId, userId), id === undefined ? undefined : eq(notifications.id, id));
}

function toNotification(row: typeof notifications.$inferSelect): PortalNotification {
  const {id, module, kind, title, text, path, command, key, at, read} = row;
  return {
    id,
    module,
    kind: kind as PortalNotification['kind'],
    title,
    ...(text !== null && {text}),
    ...(path !== null && {path}),
    ...(command !== null && {command}),
    ...(key !== null && {key}),
    at: at.toISOString(),
    read,
  };
}
