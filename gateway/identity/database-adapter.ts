import {and, eq, inArray, isNotNull, lt} from 'drizzle-orm';
import type {Adapter, AdapterPayload} from 'oidc-provider';
import {identityRecords, type Database} from '../database/index.ts';

/** Where the identity provider keeps one of its models: one row a record. */
export class DatabaseAdapter implements Adapter {
  readonly #database: Database;
  readonly #model: string;

  constructor(database: Database, model: string) {
    this.#database = database;
    this.#model = model;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const values = {
      payload: payload as Record<string, unknown>,
      grantId: payload.grantId ?? null,
      uid: payload.uid ?? null,
      userCode: payload.userCode ?? null,
      expiresAt: expiresIn === undefined ? null : new Date(Date.now() + expiresIn * 1000),
    };
    await this.#database
      .insert(identityRecords)
      .values({model: this.#model, id, ...values})
      .onConflictDoUpdate({target: [identityRecords.model, identityRecords.id], set: values});
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.#findWhere(eq(identityRecords.id, id));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findWhere(eq(identityRecords.uid, uid));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findWhere(eq(identityRecords.userCode, userCode));
  }

  async consume(id: string): Promise<void> {
    await this.#database
      .update(identityRecords)
      .set({consumedAt: new Date()})
      .where(and(eq(identityRecords.model, this.#model), eq(identityRecords.id, id)));
  }

  async destroy(id: string): Promise<void> {
    await this.#database
      .delete(identityRecords)
      .where(and(eq(identityRecords.model, this.#model), eq(identityRecords.id, id)));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.#database
      .delete(identityRecords)
      .where(and(eq(identityRecords.grantId, grantId), inArray(identityRecords.model, GRANTED_MODELS)));
  }

  async #findWhere(condition: ReturnType<typeof eq>): Promise<AdapterPayload | undefined> {
    const [row] = await this.#database
      .select({payload: identityRecords.payload, consumedAt: identityRecords.consumedAt})
      .from(identityRecords)
      .where(and(eq(identityRecords.model, this.#model), condition));
    if (row === undefined) return undefined;
    const consumed = row.consumedAt === null ? {} : {consumed: Math.floor(row.consumedAt.getTime() / 1000)};
    return {...row.payload, ...consumed};
  }
}

/** Deletes what the provider no longer needs; it checks expiry itself on every read. */
export async function purgeIdentityRecords(database: Database): Promise<void> {
  await database
    .delete(identityRecords)
    .where(and(isNotNull(identityRecords.expiresAt), lt(identityRecords.expiresAt, new Date())));
}

const GRANTED_MODELS = ['AccessToken', 'AuthorizationCode', 'RefreshToken'];
