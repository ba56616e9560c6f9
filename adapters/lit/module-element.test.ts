import {expect, html} from '@open-wc/testing';
import type {Messages} from '@openchoreo/portal-contract';
import type {TemplateResult} from 'lit';
import {ModuleElement} from './module-element.ts';
import {StoreController} from './store-controller.ts';
import {portalFixture} from './test-support/portal-fixture.ts';
import {testStore} from './test-support/test-store.ts';

const store = testStore('acme');

class TestPage extends ModuleElement {
  readonly store = new StoreController(this, () => store);

  protected override render(): TemplateResult {
    return html`${this.text('greeting', {name: this.store.value})}`;
  }
}
customElements.define('test-page', TestPage);

describe('ModuleElement', () => {
  it('shows its messages, and again in another language', async () => {
    const listeners = new Set<() => void>();
    let word = 'Hello';
    const messages: Partial<Messages> = {
      text: (_, values) => `${word} ${String(values?.['name'])}`,
      onChange: (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
    const {place} = await portalFixture(html`<test-page></test-page>`, {messages: messages as Messages});
    const page = place.querySelector<TestPage>('test-page')!;
    expect(page.shadowRoot?.textContent).to.equal('Hello acme');
    word = 'Hallo';
    for (const listener of listeners) listener();
    await page.updateComplete;
    expect(page.shadowRoot?.textContent).to.equal('Hallo acme');
    page.remove();
    expect(listeners.size).to.equal(0);
  });

  it('renders nothing outside the portal, and says so when asked for its host', async () => {
    const page = new TestPage();
    document.body.append(page);
    await page.updateComplete;
    expect(page.shadowRoot?.textContent).to.equal('');
    expect(() => (page as unknown as {host: unknown}).host).to.throw(TypeError, '<test-page> has no host');
    page.remove();
  });
});

describe('StoreController', () => {
  it('renders at every change while in the page and leaves no listener', async () => {
    store.set('acme');
    const {place} = await portalFixture(html`<test-page></test-page>`);
    const page = place.querySelector<TestPage>('test-page')!;
    store.set('umbrella');
    await page.updateComplete;
    expect(page.store.value).to.equal('umbrella');
    expect(store.listeners).to.equal(1);
    page.remove();
    expect(store.listeners).to.equal(0);
  });
});
