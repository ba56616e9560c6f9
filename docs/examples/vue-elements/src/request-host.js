import {CONTEXT_KEYS} from '@openchoreo/portal-contract';

/** Asks for the host of the module: an event that goes up until the portal answers. */
export function requestHost(element, callback) {
  const request = new Event('context-request', {bubbles: true, composed: true});
  element.dispatchEvent(Object.assign(request, {context: CONTEXT_KEYS.host, contextTarget: element, callback}));
}
