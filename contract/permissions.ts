import {type Scope, toScopePath} from './scope.ts';

/** An action the user must hold, in the platform's vocabulary: `component:create`, `view:analytics`. */
export type Permission = string;

export interface PathGrant {
  readonly path: string;
  readonly constraints?: {readonly expressions: readonly string[]} | undefined;
}

/** What the platform answers to `GET /api/v1/authz/profile` for one scope. Keys are actions, or `*` when authorization is off. */
export interface PermissionProfile {
  readonly capabilities: Readonly<
    Record<string, {readonly allowed?: readonly PathGrant[]; readonly denied?: readonly PathGrant[]}>
  >;
}

/** `ask`: the profile does not settle it; `POST /api/v1/authz/evaluates` does. */
export type Decision = 'allowed' | 'ask';

/**
 * Decides from the profile alone where that is sound: an unconstrained allow that covers the scope, and no deny.
 * Everything else is asked, because the server merges several entitlements in ways the profile does not show,
 * and lists no module's own actions.
 */
export function decide(profile: PermissionProfile, action: Permission, scope: Scope): Decision {
  const capability = profile.capabilities[action] ?? profile.capabilities['*'];
  if (capability === undefined) return 'ask';
  if ((capability.denied?.length ?? 0) > 0) return 'ask';
  const path = toScopePath(scope);
  const covered = capability.allowed?.some(
    (grant) => !grant.constraints?.expressions.length && covers(grant.path, path),
  );
  return covered ? 'allowed' : 'ask';
}

/** Whether the profile allows the action somewhere, in whatever scope and under whatever condition. */
export function allowsSomewhere(profile: PermissionProfile, action: Permission): boolean {
  const capability = profile.capabilities[action] ?? profile.capabilities['*'];
  return (capability?.allowed?.length ?? 0) > 0;
}

/** A policy path covers itself and everything below it; `*` covers all. */
export function covers(policy: string, path: string): boolean {
  return policy === '*' || policy === path || path.startsWith(`${policy}/`);
}
