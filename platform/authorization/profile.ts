import {ACTIONS} from './actions.ts';
import {covers} from './hierarchy.ts';
import {matchesAction, toExpressions, type Policy} from './policy.ts';

interface Grant {
  readonly path: string;
  readonly constraints?: {readonly expressions: readonly string[]};
}

export interface Capability {
  readonly allowed: Grant[];
  readonly denied: Grant[];
}

/**
 * What the policies allow and deny at a scope: those above it, which govern it, and those below, which govern parts of
 * it. Wildcards become the actions they stand for; actions the platform does not define pass through by name.
 */
export function toCapabilities(policies: readonly Policy[], scope: string): Readonly<Record<string, Capability>> {
  const capabilities = new Map<string, Capability>();
  for (const policy of policies) {
    if (!covers(policy.path, scope) && !covers(scope, policy.path)) continue;
    for (const action of expand(policy.actions)) {
      const capability = capabilities.get(action) ?? {allowed: [], denied: []};
      capabilities.set(action, capability);
      const grants = policy.effect === 'deny' ? capability.denied : capability.allowed;
      const grant = toGrant(policy, action);
      if (!grants.some((known) => JSON.stringify(known) === JSON.stringify(grant))) grants.push(grant);
    }
  }
  return Object.fromEntries([...capabilities].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toGrant(policy: Policy, action: string): Grant {
  const expressions = toExpressions(policy, action);
  return {path: policy.path, ...(expressions.length > 0 && {constraints: {expressions}})};
}

function expand(patterns: readonly string[]): ReadonlySet<string> {
  const names = patterns.flatMap((pattern) =>
    pattern.endsWith('*') ? [...ACTIONS.keys()].filter((action) => matchesAction(pattern, action)) : [pattern],
  );
  return new Set(names);
}
