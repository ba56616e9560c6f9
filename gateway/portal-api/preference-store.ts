import {isPerspective, PERSPECTIVES, type Preferences} from '@openchoreo/portal-contract';
import {eq} from 'drizzle-orm';
import * as z from 'zod';
import type {PlatformCaller} from '../api/index.ts';
import {preferences, type Database} from '../database/index.ts';
import {pickLocale} from '../http/index.ts';
import type {ActiveSession} from '../sessions/index.ts';

const name = z.string().min(1).max(253);

const recent = z.strictObject({
  title: z.string().min(1).max(200),
  subtitle: z.string().max(200).optional(),
  icon: z.string().max(64).optional(),
  path: z.string().startsWith('/').max(500).optional(),
  command: z.string().max(129).optional(),
});

/** What the browser may keep for a person. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  perspective: z.enum(PERSPECTIVES),
  scope: z.strictObject({
    namespace: name.optional(),
    project: name.optional(),
    component: name.optional(),
    environment: name.optional(),
  }),
  singleKeys: z.enum(['on', 'off']).optional(),
  recents: z.array(recent).max(8).optional(),
});

const namespaces = z.object({items: z.array(z.object({metadata: z.object({name: z.string()})}))});

/** What the portal keeps for each person. */
export class PreferenceStore {
  readonly #database: Database;
  readonly #caller: PlatformCaller;
  readonly #locales: readonly string[];

  constructor(options: {database: Database; caller: PlatformCaller; locales: readonly string[]}) {
    this.#database = options.database;
    this.#caller = options.caller;
    this.#locales = options.locales;
  }

  /** What the person chose; before that the browser's language and the first namespace they may see. */
  async read(session: ActiveSession, acceptLanguage: string | undefined): Promise<Preferences> {
    const [row] = await this.#database.select().from(preferences).where(eq(preferences.userId, session.user.id));
    const kept = preferencesSchema.safeParse(row?.value);
    if (kept.success && this.#locales.includes(kept.data.locale)) return kept.data as Preferences;
    const perspective = kept.success && isPerspective(kept.data.perspective) ? kept.data.perspective : 'development';
    return {
      theme: kept.success ? kept.data.theme : 'system',
      locale: pickLocale(acceptLanguage, this.#locales),
      perspective,
      scope: kept.success ? (kept.data.scope as Preferences['scope']) : await this.#firstScope(session),
    };
  }

  async write(session: ActiveSession, value: z.infer<typeof preferencesSchema>): Promise<void> {
    const row = {value, updatedAt: new Date()};
    await this.#database
      .insert(preferences)
      .values({userId: session.user.id, ...row})
      .onConflictDoUpdate({target: preferences.userId, set: row});
  }

  async #firstScope(session: ActiveSession): Promise<Preferences['scope']> {
    try {
      const answer = await this.#caller.json('/api/v1/namespaces?limit=1', {session, timeout: 1000});
      const first = namespaces.parse(answer).items[0]?.metadata.name;
      return first === undefined ? {} : {namespace: first};
    } catch {
      return {}; // the person chooses a namespace in the top bar
    }
  }
}
