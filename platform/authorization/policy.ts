/** What one role mapping of one binding says, resolved. */
export interface Policy {
  /** Value of the subject's entitlement claim it is for. */
  readonly entitlement: string;
  readonly effect: 'allow' | 'deny';
  readonly path: string;
  /** Action names and wildcards: `component:create`, `component:*`, `*`. */
  readonly actions: readonly string[];
  readonly conditions: readonly PolicyCondition[];
}

export interface PolicyCondition {
  readonly actions: readonly string[];
  readonly expression: string;
}

export function matchesAction(pattern: string, action: string): boolean {
  if (pattern === '*' || pattern === action) return true;
  return pattern.endsWith(':*') && action.startsWith(pattern.slice(0, -1));
}

export function coversAction(policy: Policy, action: string): boolean {
  return policy.actions.some((pattern) => matchesAction(pattern, action));
}

/** The expressions one of which must hold for this action; empty when the policy is unconditional for it. */
export function toExpressions(policy: Policy, action: string): readonly string[] {
  return policy.conditions
    .filter((condition) => condition.actions.some((pattern) => matchesAction(pattern, action)))
    .map(({expression}) => expression);
}
