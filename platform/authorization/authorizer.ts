import {ApiError} from '../engine/api-error.ts';
import {ACTIONS} from './actions.ts';
import type {Attributes} from './cel-condition.ts';
import {decide, type Decision} from './decide.ts';
import {toPath, type Hierarchy} from './hierarchy.ts';
import {coversAction, type Policy} from './policy.ts';

/** Answers for one caller and one request: the caller's policies are read once. */
export class Authorizer {
  readonly #policies: readonly Policy[];

  constructor(policies: readonly Policy[]) {
    this.#policies = policies;
  }

  /** The path of the check ends at the action's own lowest scope: creating a component is asked of its project. */
  decide(action: string, hierarchy: Hierarchy, attributes: Attributes = {}): Decision {
    const path = toPath(hierarchy, ACTIONS.get(action)?.lowestScope);
    return decide(this.#policies, {action, path, attributes});
  }

  /** Whether any policy at all could allow it somewhere; false spares a list from looking. */
  mayEver(action: string): boolean {
    return this.#policies.some((policy) => policy.effect === 'allow' && coversAction(policy, action));
  }

  /** Throws 403 unless it is allowed. */
  require(action: string, hierarchy: Hierarchy, attributes?: Attributes): void {
    if (this.decide(action, hierarchy, attributes).allowed) return;
    throw new ApiError('FORBIDDEN', 'You do not have permission to perform this operation', {
      details: [{field: 'action', message: `'${action}' is not granted here`}],
    });
  }
}
