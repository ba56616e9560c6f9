import {CONTEXT_KEYS} from '@openchoreo/portal-contract';

/**
 * Asks for the host of the module, as the context protocol has it: an event that goes up until somebody answers. The
 * callback is called at once when the element stands in its place.
 */
export function requestHost(element, callback) {
  const request = new Event('context-request', {bubbles: true, composed: true});
  element.dispatchEvent(
    Object.assign(request, {
      context: CONTEXT_KEYS.host,
      contextTarget: element,
      callback: (host) => callback(host),
    }),
  );
}
