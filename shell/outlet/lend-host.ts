import {hostContext} from '@openchoreo/portal-lit';
import type {Host} from '@openchoreo/portal-contract';

/**
 * Gives elements that say whose they are (`static module`) the host of that module, wherever they stand: what a module
 * lends to another has its own texts, settings and permissions. Where that host is not known, whoever comes next answers.
 */
export function lendHosts(element: HTMLElement, hostOf: (module: string) => Host | undefined): void {
  element.addEventListener('context-request', (event: Event) => {
    const {context, callback} = event as Event & {context: unknown; callback: (host: Host, stop: () => void) => void};
    if (context !== hostContext) return;
    const owner = (event.composedPath()[0]?.constructor as {readonly module?: unknown} | undefined)?.module;
    const host = typeof owner === 'string' ? hostOf(owner) : undefined;
    if (host === undefined) return;
    event.stopImmediatePropagation();
    callback(host, () => {});
  });
}
