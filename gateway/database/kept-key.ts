import {eq} from 'drizzle-orm';
import type {Database} from './open-database.ts';
import {keys} from './schema.ts';

/** The value kept under the name; made and stored first when there is none. All processes get the same one. */
export async function keptKey<T>(database: Database, name: string, make: () => T | Promise<T>): Promise<T> {
  const find = async (): Promise<T | undefined> => {
    const [row] = await database.select({value: keys.value}).from(keys).where(eq(keys.name, name));
    return row?.value as T | undefined;
  };
  const kept = await find();
  if (kept !== undefined) return kept;
  await database
    .insert(keys)
    .values({name, value: await make()})
    .onConflictDoNothing();
  return (await find()) as T;
}
