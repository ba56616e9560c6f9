import {
  PortalError,
  allowsSomewhere,
  decide,
  type Boot,
  type OpenChoreoClient,
  type Permission,
  type Permissions,
  type ReadableStore,
  type Scope,
} from '@openchoreo/portal-contract';
import {atom, onMount, type WritableAtom} from 'nanostores';
import {createEvaluateBatch, toKey} from './evaluate-batch.ts';
import {createProfiles} from './profiles.ts';

export interface ShellPermissions extends Permissions {
  /** Whether the person holds the action in some scope; what no profile says is asked for the given one. */
  holds(action: Permission, scope: Scope): Promise<boolean>;
  /** Counts up whenever answers may have changed. */
  readonly version: ReadableStore<number>;
  /** Asks the platform anew for all that is in use. Rejects when it does not answer; what was known stays. */
  refresh(): Promise<void>;
}

export interface PermissionOptions {
  readonly api: OpenChoreoClient;
  readonly profile: Boot['profile'];
  readonly selection: ReadableStore<Scope>;
  readonly report: (error: unknown) => void;
}

/** What the person may do: from the profile where it settles the question, from the platform where it does not. */
export function createPermissions({api, profile, selection, report}: PermissionOptions): ShellPermissions {
  const profiles = createProfiles(api, profile);
  const evaluate = createEvaluateBatch(api);
  const answers = new Map<string, Promise<boolean>>();
  const settled = new Map<string, boolean>();
  const watched = new Map<string, WritableAtom<boolean | undefined>>();
  const $version = atom(0);

  function ask(action: Permission, scope: Scope): Promise<boolean> {
    const key = toKey({action, scope});
    const asked = answers.get(key);
    if (asked) return asked;
    const answer = evaluate(action, scope);
    answers.set(key, answer);
    answer.then(
      (allowed) => {
        if (answers.get(key) !== answer) return;
        settled.set(key, allowed);
        $version.set($version.get() + 1);
      },
      () => answers.delete(key),
    );
    return answer;
  }

  async function can(action: Permission, scope: Scope = selection.get()): Promise<boolean> {
    const found = profiles.known(scope) ?? (await profiles.get(scope));
    return decide(found, action, scope) === 'allowed' || ask(action, scope);
  }

  /** Undefined where only the platform knows. */
  function answer(action: Permission, scope: Scope): boolean | undefined {
    const found = profiles.known(scope);
    if (found && decide(found, action, scope) === 'allowed') return true;
    return settled.get(toKey({action, scope}));
  }

  function has(action: Permission): boolean {
    if (profiles.all().some((one) => allowsSomewhere(one, action))) return true;
    const scope = selection.get();
    const known = settled.get(toKey({action, scope}));
    if (known === undefined) void ask(action, scope).catch(report);
    return known ?? false;
  }

  async function holds(action: Permission, scope: Scope): Promise<boolean> {
    if (profiles.all().length === 0) await profiles.get(scope);
    return profiles.all().some((one) => allowsSomewhere(one, action)) || ask(action, scope);
  }

  function watch(action: Permission, fixed?: Scope): ReadableStore<boolean | undefined> {
    const name = fixed ? toKey({action, scope: fixed}) : action;
    const made = watched.get(name);
    if (made) return made;
    const $allowed = atom<boolean | undefined>(answer(action, fixed ?? selection.get()));
    const follow = (): void => {
      const scope = fixed ?? selection.get();
      const known = answer(action, scope);
      if (known !== undefined) {
        $allowed.set(known);
        return;
      }
      // While it is asked again after a change of roles the last answer stands.
      if ($allowed.get() !== undefined && !fixed) $allowed.set(undefined);
      void can(action, scope).then(
        (allowed) => scope === (fixed ?? selection.get()) && $allowed.set(allowed),
        (error: unknown) => {
          // Not known is not allowed.
          $allowed.set(false);
          report(error);
        },
      );
    };
    onMount($allowed, () => {
      follow();
      const stops = [$version.listen(follow), ...(fixed ? [] : [selection.listen(follow)])];
      return () => {
        for (const stop of stops) stop();
        watched.delete(name);
      };
    });
    watched.set(name, $allowed);
    return $allowed;
  }

  return {
    can,
    has,
    holds,
    watch,
    guard:
      (action, fn, scope) =>
      async (...args) => {
        if (await can(action, scope)) return fn(...args);
        throw new PortalError('PERMISSION_DENIED', [action]);
      },
    version: $version,
    async refresh() {
      await profiles.refresh();
      answers.clear();
      settled.clear();
      $version.set($version.get() + 1);
    },
  };
}
