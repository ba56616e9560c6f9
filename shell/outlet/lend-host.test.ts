import {hostContext} from '@openchoreo/portal-lit';
import type {Host} from '@openchoreo/portal-contract';
import {ContextConsumer} from '@lit/context';
import {expect} from '@open-wc/testing';
import {html, LitElement, type TemplateResult} from 'lit';
import {PortalBoundary} from './portal-boundary.ts';

class Own extends LitElement {
  readonly host = new ContextConsumer(this, {context: hostContext, subscribe: true});

  override render(): TemplateResult {
    return html`<slot></slot><lend-inner></lend-inner>`;
  }
}

class Lent extends Own {
  static module = 'lender';
}

class Absent extends Own {
  static module = 'absent';
}

class Inner extends LitElement {
  static module = 'lender';
  readonly host = new ContextConsumer(this, {context: hostContext, subscribe: true});
}

interface Asking extends HTMLElement {
  readonly host: {readonly value?: Host | undefined};
  readonly updateComplete: Promise<boolean>;
}

const hostOf = (id: string): Host => ({module: {id, version: '1.0.0'}}) as Host;

describe('what a module lends to another', () => {
  before(() => {
    if (!customElements.get('portal-boundary')) customElements.define('portal-boundary', PortalBoundary);
    customElements.define('lend-own', Own);
    customElements.define('lend-lent', Lent);
    customElements.define('lend-absent', Absent);
    customElements.define('lend-inner', Inner);
  });

  it('has the host of its own module, in whosever page it stands, and so has what is inside it', async () => {
    const boundary = new PortalBoundary();
    boundary.hostOf = (id) => (id === 'lender' ? hostOf(id) : undefined);
    boundary.provide(hostOf('borrower'));
    const elements = ['lend-own', 'lend-lent', 'lend-absent'].map((tag) => document.createElement(tag) as Asking);
    boundary.append(...elements);
    document.body.append(boundary);
    await Promise.all(elements.map((element) => element.updateComplete));
    const inner = elements[1]?.shadowRoot?.querySelector<Asking>('lend-inner');
    expect([...elements, inner].map((element) => element?.host.value?.module.id)).to.deep.equal([
      'borrower',
      'lender',
      'borrower',
      'lender',
    ]);
    boundary.provide(hostOf('borrower'));
    expect(elements[1]?.host.value?.module.id).to.equal('lender');
    boundary.remove();
  });
});
