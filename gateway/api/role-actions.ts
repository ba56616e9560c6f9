import {PortalError, type RoleReference} from '@openchoreo/portal-contract';
import * as z from 'zod';
import {isPortalError} from '../http/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import type {RoleChanges} from './role-changes.ts';

const role = z.object({spec: z.object({actions: z.array(z.string())})});

/** As for permissions: for changes that nobody tells of. */
const MAX_AGE = 2000;

/** Reads one path with the person's own permissions. Rejects as `PlatformCaller.json` does. */
export type ReadOwn = (path: string, session: ActiveSession) => Promise<unknown>;

/** What the role that a session looks through holds, as it is now. */
export class RoleActions {
  readonly #read: ReadOwn;
  readonly #known = new Map<string, {readonly until: number; readonly actions: Promise<readonly string[]>}>();

  constructor(read: ReadOwn, roles: RoleChanges) {
    this.#read = read;
    roles.listen(() => this.#known.clear());
  }

  /** Action names and wildcards. None when the role is gone or may no longer be read: whoever looks then sees nothing. */
  async of(session: ActiveSession, reference: RoleReference): Promise<readonly string[]> {
    const path = toRolePath(reference);
    const key = `${session.hash} ${path}`;
    const now = Date.now();
    const known = this.#known.get(key);
    if (known !== undefined && known.until > now) return known.actions;
    for (const [old, {until}] of this.#known) if (until <= now) this.#known.delete(old);
    const actions = this.#load(session, path);
    this.#known.set(key, {until: now + MAX_AGE, actions});
    actions.catch(() => this.#known.delete(key));
    return actions;
  }

  async #load(session: ActiveSession, path: string): Promise<readonly string[]> {
    try {
      const parsed = role.safeParse(await this.#read(path, session));
      if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [path], {cause: parsed.error});
      return parsed.data.spec.actions;
    } catch (error) {
      if (isPortalError(error, 'PLATFORM_REFUSED')) return [];
      throw error;
    }
  }
}

export function toRolePath({kind, name, namespace = ''}: RoleReference): string {
  const [place, plural] =
    kind === 'AuthzRole' ? [`/namespaces/${encodeURIComponent(namespace)}`, 'authzroles'] : ['', 'clusterauthzroles'];
  return `/api/v1${place}/${plural}/${encodeURIComponent(name)}`;
}

/** Whether one of a role's actions and wildcards (`component:*`, `*`) is the action. */
export function holdsAction(patterns: readonly string[], action: string): boolean {
  return patterns.some(
    (pattern) =>
      pattern === '*' || pattern === action || (pattern.endsWith(':*') && action.startsWith(pattern.slice(0, -1))),
  );
}
