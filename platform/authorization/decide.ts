import {evaluateCondition, type Attributes} from './cel-condition.ts';
import {covers} from './hierarchy.ts';
import {coversAction, toExpressions, type Policy} from './policy.ts';

export interface Decision {
  readonly allowed: boolean;
  readonly reason: string;
}

export interface AuthorizationRequest {
  readonly action: string;
  readonly path: string;
  readonly attributes: Attributes;
}

/**
 * Allowed when, for some one entitlement value, a policy allows and none denies: a deny to one group does not take away
 * what another group gives. A condition that cannot be decided allows nothing and denies all the same.
 */
export function decide(policies: readonly Policy[], request: AuthorizationRequest): Decision {
  const relevant = policies.filter(
    (policy) => coversAction(policy, request.action) && covers(policy.path, request.path),
  );
  let denied: string | undefined;
  for (const entitlement of new Set(relevant.map((policy) => policy.entitlement))) {
    const own = relevant.filter((policy) => policy.entitlement === entitlement);
    if (!own.some((policy) => policy.effect === 'allow' && holds(policy, request))) continue;
    if (!own.some((policy) => policy.effect === 'deny' && holds(policy, request))) {
      return {allowed: true, reason: `Access granted: '${entitlement}' holds ${request.action}`};
    }
    denied = entitlement;
  }
  const reason = denied
    ? `Access denied: '${denied}' is denied ${request.action}`
    : 'Access denied: no matching policy found';
  return {allowed: false, reason};
}

function holds(policy: Policy, {action, attributes}: AuthorizationRequest): boolean {
  const expressions = toExpressions(policy, action);
  if (expressions.length === 0) return true;
  const undecided = policy.effect === 'deny';
  return expressions.some((expression) => evaluateCondition(expression, attributes) ?? undecided);
}
