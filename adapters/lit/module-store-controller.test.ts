import {PortalError, type Stores} from '@openchoreo/portal-contract';
import {expect, html} from '@open-wc/testing';
import {LitElement, type TemplateResult} from 'lit';
import {ModuleStoreController} from './module-store-controller.ts';
import {portalFixture} from './test-support/portal-fixture.ts';
import {testStore} from './test-support/test-store.ts';

declare module '@openchoreo/portal-contract' {
  interface ModuleStores {
    'lit-test': {readonly metrics: readonly number[]};
  }
}

class TestMetrics extends LitElement {
  readonly store = new ModuleStoreController(this, 'lit-test');

  protected override render(): TemplateResult {
    return html`${this.store.value.metrics?.join() ?? 'none'}`;
  }
}
customElements.define('test-metrics', TestMetrics);

async function show(get: (module: string) => unknown): Promise<TestMetrics> {
  const {place} = await portalFixture(html`<test-metrics></test-metrics>`, {stores: {get} as unknown as Stores});
  return place.querySelector('test-metrics')!;
}

describe('ModuleStoreController', () => {
  it('shows what the store holds, from before its owner is active', async () => {
    const store = testStore<{metrics?: readonly number[]}>({});
    const element = await show(() => store);
    expect(element.shadowRoot?.textContent).to.equal('none');
    store.set({metrics: [1, 2]});
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.equal('1,2');
  });

  it('follows while the element is in the page only', async () => {
    const store = testStore({metrics: [1]});
    const element = await show(() => store);
    const parent = element.parentElement!;
    element.remove();
    expect(store.listeners).to.equal(0);
    store.set({metrics: [2]});
    parent.append(element);
    await element.updateComplete;
    expect([store.listeners, element.shadowRoot?.textContent]).to.deep.equal([1, '2']);
  });

  it('fails with the refusal for a store that the module may not read', async () => {
    const refusal = new PortalError('STORE_DENIED', ['alpha', 'read', 'lit-test']);
    const refused = new TestMetrics();
    const {place} = await portalFixture(html`<p></p>`, {
      stores: {
        get() {
          throw refusal;
        },
      } as unknown as Stores,
    });
    place.append(refused);
    expect(await refused.updateComplete.catch((error: unknown) => error)).to.equal(refusal);
  });
});
