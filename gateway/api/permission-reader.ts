import {
  allowsSomewhere,
  PortalError,
  type Permission,
  type PermissionProfile,
  type Scope,
} from '@openchoreo/portal-contract';
import * as z from 'zod';
import type {ActiveSession} from '../sessions/index.ts';
import type {PlatformCaller} from './platform-caller.ts';
import type {RoleChanges} from './role-changes.ts';

const grants = z.array(
  z.looseObject({path: z.string(), constraints: z.object({expressions: z.array(z.string())}).optional()}),
);
const profileAnswer = z.object({
  capabilities: z.record(z.string(), z.object({allowed: grants.optional(), denied: grants.optional()})),
});
const evaluation = z.array(z.object({decision: z.boolean()}));

/** How long an answer is used again: short, for changes that nobody tells of. */
const MAX_AGE = 2000;
/** Milliseconds. Pages wait for these answers and go out without them; a person does not wait for longer. */
const MAX_WAIT = 3000;

/** What the signed-in person may do, asked of the platform with their own token. */
export class PermissionReader {
  readonly #caller: PlatformCaller;
  readonly #cache = new Map<string, {readonly until: number; readonly answer: Promise<unknown>}>();

  constructor(caller: PlatformCaller, roles: RoleChanges) {
    this.#caller = caller;
    roles.listen(() => this.#cache.clear());
  }

  /** The platform's profile of one scope. Rejects as `PlatformCaller.json` does. */
  profile(session: ActiveSession, scope: Scope): Promise<PermissionProfile> {
    const query = new URLSearchParams();
    for (const field of ['namespace', 'project', 'component'] as const) {
      const value = scope[field];
      if (value !== undefined) query.set(field, value);
    }
    const path = `/api/v1/authz/profile${query.size > 0 ? `?${query}` : ''}`;
    return this.#once(`${toKey(session)} ${path}`, async () => {
      const answer = await this.#caller.json(path, {session, timeout: MAX_WAIT});
      const parsed = profileAnswer.safeParse(answer);
      if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [path], {cause: parsed.error});
      return {capabilities: parsed.data.capabilities} as PermissionProfile;
    });
  }

  /** Which of the actions the person holds in some scope: by the profile, and by asking for what it does not list. */
  async holds(session: ActiveSession, actions: readonly Permission[]): Promise<ReadonlySet<Permission>> {
    const wanted = [...new Set(actions)];
    if (wanted.length === 0) return new Set();
    const profile = await this.profile(session, {});
    const unsettled = wanted.filter((action) => !allowsSomewhere(profile, action));
    const answers = await this.#evaluate(session, unsettled);
    return new Set(wanted.filter((action) => allowsSomewhere(profile, action) || answers.get(action)));
  }

  /** Whether the person may do it portal-wide. Rejects when that cannot be asked. */
  async may(session: ActiveSession, action: Permission): Promise<boolean> {
    return (await this.#evaluate(session, [action])).get(action) ?? false;
  }

  /** As `may`, of the person themselves, whatever role they look through. */
  async mayThemselves(session: ActiveSession, action: Permission): Promise<boolean> {
    return (await this.#evaluate(session, [action], true)).get(action) ?? false;
  }

  async #evaluate(
    session: ActiveSession,
    actions: readonly Permission[],
    own = false,
  ): Promise<ReadonlyMap<Permission, boolean>> {
    if (actions.length === 0) return new Map();
    const path = '/api/v1/authz/evaluates';
    return this.#once(`${toKey(session, own)} ${path} ${actions.join()}`, async () => {
      const body = JSON.stringify(
        actions.map((action) => ({resource: {type: action.split(':')[0], hierarchy: {}}, action})),
      );
      const answer = await this.#caller.json(path, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body,
        session,
        own,
        timeout: MAX_WAIT,
      });
      const parsed = evaluation.safeParse(answer);
      if (!parsed.success || parsed.data.length !== actions.length) {
        throw new PortalError('API_INVALID_ANSWER', [path], {cause: parsed.error});
      }
      return new Map(actions.map((action, index) => [action, parsed.data[index]?.decision ?? false]));
    });
  }

  #once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const now = Date.now();
    const known = this.#cache.get(key);
    if (known !== undefined && known.until > now) return known.answer as Promise<T>;
    if (this.#cache.size > 500) {
      for (const [old, {until}] of this.#cache) if (until <= now) this.#cache.delete(old);
    }
    const answer = ask();
    this.#cache.set(key, {until: now + MAX_AGE, answer});
    answer.catch(() => this.#cache.delete(key));
    return answer;
  }
}

/** Whose answer it is: looking through a role is another one. */
function toKey({hash, viewAs}: ActiveSession, own = false): string {
  return own || viewAs === undefined ? hash : `${hash} ${JSON.stringify(viewAs)}`;
}
