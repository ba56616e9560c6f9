import {Environment} from '@marcbachmann/cel-js';
import type {Attribute} from './actions.ts';

export type Attributes = Readonly<Partial<Record<Attribute, string>>>;

/** `undefined` when the condition cannot be told: it does not parse, or speaks of what the request does not carry. */
export type Verdict = boolean | undefined;

const cel = new Environment({unlistedVariablesAreDyn: false}).registerVariable('resource', 'map');

/** Evaluates one CEL condition over `resource.…`. Never throws: callers decide what an undecidable condition means. */
export function evaluateCondition(expression: string, attributes: Attributes): Verdict {
  try {
    const verdict: unknown = cel.evaluate(expression, {resource: attributes});
    return typeof verdict === 'boolean' ? verdict : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with an expression, for the person who writes it; undefined when it can be evaluated. */
export function findConditionFault(expression: string): string | undefined {
  try {
    const {valid, error} = cel.check(expression);
    return valid ? undefined : (error?.message ?? 'cannot be evaluated').split('\n')[0];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : 'cannot be evaluated';
  }
}
