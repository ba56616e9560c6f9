import type {Host} from '@openchoreo/portal-contract';
import {ContextConsumer} from '@lit/context';
import {hostContext} from '@openchoreo/portal-lit';
import {LitElement} from 'lit';
import type {PortalUnderTest} from './start-portal.ts';

/** Asks for the host as an element of a module does. */
class HostProbe extends LitElement {
  readonly consumer = new ContextConsumer(this, {context: hostContext, subscribe: true});
}

/** The host of the module whose page is shown. */
export async function pageHost(test: PortalUnderTest): Promise<Host> {
  await test.page('shown');
  if (!customElements.get('host-probe')) customElements.define('host-probe', HostProbe);
  const probe = new HostProbe();
  test.outlet.querySelector('portal-boundary')?.append(probe);
  const {value} = probe.consumer;
  probe.remove();
  if (!value) throw new Error('The page gives no host.');
  return value;
}
