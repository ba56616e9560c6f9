import {PortalError} from '@openchoreo/portal-contract';

/** What engines say of a hook whose copy of React renders nothing: `null` has no `useState`. */
const NO_DISPATCHER = [/null \(reading 'use\w+'\)/, /can't access property "use\w+", \S+ is null/, /null is not an object \(evaluating '\S+[.]use\w+'\)/]; // prettier-ignore

/** An element that another version of React made (the sentence, and what production has in its place). */
const OTHER_ELEMENT = /older version of React|React error #525/;

/**
 * What a root failed of, as the portal tells it: a component that brings a second copy of React is refused with that
 * reason, in place of what its hooks say of it.
 */
export function toRootError(error: unknown, module: string): unknown {
  if (!(error instanceof Error) || error instanceof PortalError) return error;
  const isOther = OTHER_ELEMENT.test(error.message) || NO_DISPATCHER.some((pattern) => pattern.test(error.message));
  return isOther ? new PortalError('REACT_DUPLICATED', [module], {cause: error}) : error;
}
