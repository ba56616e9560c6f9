import {setTimeout as sleep} from 'node:timers/promises';
import {and, eq} from 'drizzle-orm';
import type {PlatformDatabase} from '../database/database.ts';
import {resources} from '../database/schema.ts';
import type {Change, ChangeFeed} from './change-feed.ts';
import type {ResourceKind} from './kind.ts';
import {ResourceStore} from './resource-store.ts';
import type {Resource} from './resource.ts';
import {WriteSession} from './write-session.ts';

/** How soon what another process wrote, or left undone when it ended, is noticed; in milliseconds. */
const POLL = 1000;
const AFTER_FAILURE = 30_000;

export interface ControlLoopOptions {
  readonly database: PlatformDatabase;
  readonly kinds: ReadonlyMap<string, ResourceKind>;
  readonly feed: ChangeFeed;
  readonly now: () => Date;
  readonly pace: number;
  readonly report: (error: unknown, message: string) => void;
}

/**
 * Lets controllers look at what is due, one object and one transaction at a time. What is due is in the database, so
 * whoever opens it next goes on where this process ended. Of several processes one acts at a time.
 */
export class ControlLoop {
  readonly #options: ControlLoopOptions;
  #isStopped = false;
  #isWoken = false;
  #rouse: () => void = () => {};
  #running: Promise<void> | undefined;

  constructor(options: ControlLoopOptions) {
    this.#options = options;
  }

  /** Looks whenever something is due, until stopped. A second call does nothing. */
  start(): void {
    this.#running ??= this.#run();
  }

  /** Something was written: there may be something to look at. */
  wake(): void {
    this.#isWoken = true;
    this.#rouse();
  }

  /** Does all that is due now and all that comes due by it without waiting. */
  async settle(): Promise<void> {
    for (;;) {
      const outcome = await this.#step();
      if (outcome === 'idle') return;
      if (outcome === 'busy') await sleep(10);
    }
  }

  /** Ends after the look that is being taken. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    const {report} = this.#options;
    while (!this.#isStopped) {
      this.#isWoken = false;
      try {
        const outcome = await this.#step();
        if (outcome === 'done')
          await sleep(0); // Requests have their turn between two looks.
        else await this.#pause(outcome === 'busy' ? POLL : await this.#untilNext());
      } catch (error) {
        report(error, 'The controllers could not look for what is due');
        await this.#pause(POLL);
      }
    }
  }

  async #step(): Promise<'done' | 'idle' | 'busy'> {
    const {database, kinds, feed, now, pace, report} = this.#options;
    if (!(await new ResourceStore(database).due(now()))) return 'idle';
    let resource: Resource | undefined;
    try {
      const changes = await database.transaction(async (transaction): Promise<readonly Change[] | undefined> => {
        const store = new ResourceStore(transaction);
        if (!(await store.lockControllers())) return undefined;
        await store.lockWrites();
        resource = await store.due(now());
        if (!resource) return [];
        const session = new WriteSession(store, kinds, now());
        await session.look(resource, pace);
        return session.changes;
      });
      if (!changes) return 'busy';
      feed.publish(changes);
    } catch (error) {
      if (!resource) throw error;
      report(error, `The controller of ${resource.kind} '${resource.name}' failed`);
      await this.#postpone(resource);
    }
    return 'done';
  }

  /** What fails is tried again later, and keeps nobody else waiting. */
  async #postpone({kind, namespace, name}: Resource): Promise<void> {
    const {database, now} = this.#options;
    const dueAt = new Date(now().getTime() + AFTER_FAILURE);
    const isKey = and(eq(resources.kind, kind), eq(resources.namespace, namespace), eq(resources.name, name));
    await database.update(resources).set({dueAt}).where(isKey);
  }

  async #untilNext(): Promise<number> {
    const next = await new ResourceStore(this.#options.database).nextDue();
    if (!next) return POLL;
    return Math.min(Math.max(next.getTime() - this.#options.now().getTime(), 0), POLL);
  }

  async #pause(milliseconds: number): Promise<void> {
    if (this.#isWoken) return;
    await new Promise<void>((resolve) => {
      // Looking for work is no reason for a process to stay.
      const timer = setTimeout(resolve, milliseconds).unref();
      this.#rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
