import type {User} from '@openchoreo/portal-contract';
import {auditRecords, type Database} from '../database/index.ts';
import type {Log} from '../observability/index.ts';

export interface AuditEntry {
  /** `sign-in`, `sign-out`, `module.disable`, `api.post` … */
  readonly action: string;
  readonly user?: User | undefined;
  readonly method?: string;
  readonly target?: string;
  /** The answer's HTTP status: what came of it. */
  readonly status?: number;
  /** The module whose code asked, `id@version`, as far as the composition confirms it; else `unconfirmed: …`. */
  readonly module?: string | undefined;
  /** The command that ran when it asked, by its full id. */
  readonly command?: string | undefined;
  readonly requestId: string;
}

/** Who did what, with which outcome. */
export class AuditTrail {
  readonly #database: Database;
  readonly #log: Log;

  constructor(database: Database, log: Log) {
    this.#database = database;
    this.#log = log;
  }

  /** Never rejects: what is audited has happened already; a record that cannot be kept is in the log. */
  async record(entry: AuditEntry): Promise<void> {
    const {user, ...rest} = entry;
    try {
      await this.#database
        .insert(auditRecords)
        .values({at: new Date(), userId: user?.id ?? null, userName: user?.name ?? null, ...rest});
    } catch (error) {
      this.#log.error({err: error, audit: {...rest, user: user?.id}}, 'audit record could not be written');
    }
  }
}
