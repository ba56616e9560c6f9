import type {PlatformDatabase} from '../database/database.ts';
import {resources} from '../database/schema.ts';
import type {Resource} from '../engine/resource.ts';

const BATCH = 500;

/** Stores the first objects in bulk. */
export async function insertSeed(database: PlatformDatabase, rows: readonly Resource[]): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH) {
    await database.insert(resources).values(rows.slice(start, start + BATCH));
  }
}
