import type {PgDatabase, PgQueryResultHKT} from 'drizzle-orm/pg-core';

/** Any Drizzle database over PostgreSQL's dialect: PGlite or node-postgres, whatever schema its owner gave it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the owner's schema does not matter here, and the type is invariant in it
export type PlatformDatabase = PgDatabase<PgQueryResultHKT, any, any>;
