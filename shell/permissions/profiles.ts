import {
  PortalError,
  covers,
  toScopePath,
  type Boot,
  type OpenChoreoClient,
  type PermissionProfile,
  type Scope,
} from '@openchoreo/portal-contract';

export interface Profiles {
  /** A profile that says all about the scope, if one is here. */
  known(scope: Scope): PermissionProfile | undefined;
  all(): readonly PermissionProfile[];
  /** The same, fetched when none is here. */
  get(scope: Scope): Promise<PermissionProfile>;
  /** Fetches all that are here again; those stay in use until the new ones have come. */
  refresh(): Promise<void>;
}

/** What the platform says the person may do, a profile for each namespace looked at. */
export function createProfiles(api: OpenChoreoClient, first: Boot['profile']): Profiles {
  const profiles = new Map<string, {readonly scope: Scope; readonly profile: PermissionProfile}>();
  const pending = new Map<string, Promise<PermissionProfile>>();
  if (first) profiles.set(toScopePath(first.scope), first);

  /** A profile lists what holds above its scope and below it: one for a namespace answers for all inside. */
  const known = (scope: Scope): PermissionProfile | undefined => {
    const path = toScopePath(scope);
    return [...profiles].find(([covered]) => covers(covered, path))?.[1].profile;
  };

  async function load(scope: Scope): Promise<PermissionProfile> {
    const query = new URLSearchParams(Object.entries(scope).filter(([name]) => name !== 'environment'));
    const path = `/api/v1/authz/profile?${query.toString()}`;
    const [answer, {ANSWERS}] = await Promise.all([api.request(path), import('../data/answers.ts')]);
    const parsed = ANSWERS.profile.safeParse(answer);
    if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [path], {cause: parsed.error});
    const profile = parsed.data as PermissionProfile;
    profiles.set(toScopePath(scope), {scope, profile});
    return profile;
  }

  return {
    known,
    all: () => [...profiles.values()].map(({profile}) => profile),
    get({namespace}) {
      const scope: Scope = namespace === undefined ? {} : {namespace};
      const key = toScopePath(scope);
      const running = pending.get(key) ?? load(scope).finally(() => pending.delete(key));
      pending.set(key, running);
      return running;
    },
    async refresh() {
      await Promise.all([...profiles.values()].map(({scope}) => load(scope)));
    },
  };
}
