import {parseConsumerRegistration, type ConsumerRegistration} from '@openchoreo/portal-contract';
import {eq} from 'drizzle-orm';
import {moduleRegistrations, type Database} from '../database/index.ts';

export interface RecordedRegistration {
  /** The version of the consumer that ran. */
  readonly version: string;
  readonly registration: ConsumerRegistration;
}

/** What consumers of `window.OpenChoreo` registered, kept for sessions that have not run them. */
export class ConsumerRegistrations {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async all(): Promise<ReadonlyMap<string, RecordedRegistration>> {
    const rows = await this.#database.select().from(moduleRegistrations);
    const found = new Map<string, RecordedRegistration>();
    for (const {moduleId, version, registration} of rows) {
      // What an earlier version of the portal wrote and this one cannot read is recorded anew when it runs again.
      const parsed = parseConsumerRegistration(JSON.parse(registration), moduleId);
      if (parsed.ok) found.set(moduleId, {version, registration: parsed.value});
    }
    return found;
  }

  /** False when the same is recorded already. */
  async record(version: string, registration: ConsumerRegistration, recordedBy: string): Promise<boolean> {
    const {id: moduleId} = registration;
    const text = JSON.stringify(registration);
    const [row] = await this.#database
      .select()
      .from(moduleRegistrations)
      .where(eq(moduleRegistrations.moduleId, moduleId));
    if (row?.version === version && row.registration === text) return false;
    const set = {version, registration: text, recordedAt: new Date(), recordedBy};
    await this.#database
      .insert(moduleRegistrations)
      .values({moduleId, ...set})
      .onConflictDoUpdate({target: moduleRegistrations.moduleId, set});
    return true;
  }

  async forget(moduleId: string): Promise<void> {
    await this.#database.delete(moduleRegistrations).where(eq(moduleRegistrations.moduleId, moduleId));
  }
}
