import {expect, html, waitUntil} from '@open-wc/testing';
import {DISPLAY_NAME, type Resource, type Scope} from '@openchoreo/portal-contract';
import {sendKeys} from '@web/test-runner-commands';
import type {PortalScopeSelector} from './portal-scope-selector.ts';
import {needsKeyboard} from './test-support/needs.ts';
import {frameFixture} from './test-support/frame-fixture.ts';
import {testServices, type TestServices} from './test-support/test-services.ts';

const named = (name: string, displayName?: string, spec?: unknown): Resource => ({
  metadata: {name, ...(displayName && {annotations: {[DISPLAY_NAME]: displayName}})},
  ...(spec !== undefined && {spec}),
});

const projects = [named('shop', 'Web shop'), named('payments', 'Payments'), named('tools')];

interface Parts {
  readonly services: TestServices;
  readonly selector: PortalScopeSelector;
  readonly trigger: HTMLButtonElement;
  /** There while the list is open. */
  input(): HTMLInputElement | null;
  options(): string[];
  active(): string | undefined;
  status(): string;
}

async function selectorFixture(field: keyof Scope, selection: Scope, services = testServices()): Promise<Parts> {
  services.lists.projects ??= projects;
  services.stores.selection.set(selection);
  const {element: selector} = await frameFixture<PortalScopeSelector>(
    html`<portal-scope-selector field=${field}></portal-scope-selector>`,
    services,
  );
  const root = selector.shadowRoot!;
  const text = (element: Element) => element.querySelector('.grow')?.textContent ?? '';
  return {
    services,
    selector,
    trigger: root.querySelector('button')!,
    input: () => root.querySelector('input'),
    options: () => [...root.querySelectorAll('[role=option]')].map(text),
    active: () => {
      const active = root.getElementById(root.querySelector('input')?.getAttribute('aria-activedescendant') ?? '');
      return active ? text(active) : undefined;
    },
    status: () => root.querySelector('.below')?.textContent.replace(/\s+/g, ' ').trim() ?? '',
  };
}

async function open({trigger, selector}: Parts): Promise<void> {
  trigger.click();
  await waitUntil(() => selector.shadowRoot?.activeElement?.localName === 'input', 'the search field takes the focus');
}

describe('<portal-scope-selector>', () => {
  it('is accessible, closed and open', async () => {
    const parts = await selectorFixture('project', {namespace: 'acme', project: 'shop'});
    await expect(parts.selector).to.be.accessible();
    await open(parts);
    await waitUntil(() => parts.options().length > 1);
    await expect(parts.selector).to.be.accessible();
  });

  it('asks for nothing until it is opened, and once', async () => {
    const parts = await selectorFixture('project', {namespace: 'acme'});
    expect(parts.services.calls).to.deep.equal([]);
    await open(parts);
    await waitUntil(() => parts.options().length === 4);
    expect(parts.services.calls).to.deep.equal([['listAll', 'projects', {namespace: 'acme', project: undefined}]]);
    expect(parts.options()).to.deep.equal(['All projects', 'Payments', 'tools', 'Web shop']);
  });

  it('takes the choice back', async () => {
    const parts = await selectorFixture('project', {namespace: 'acme', project: 'shop'});
    await open(parts);
    await waitUntil(() => parts.options().length === 4);
    parts.selector.shadowRoot?.querySelector<HTMLElement>('#option-0')?.click();
    expect(parts.services.stores.selection.get()).to.deep.equal({namespace: 'acme'});
  });

  it('brings the project of a component along', async () => {
    const services = testServices();
    services.lists.components = [named('cart', 'Cart', {owner: {projectName: 'shop'}})];
    const parts = await selectorFixture('component', {namespace: 'acme'}, services);
    await open(parts);
    await waitUntil(() => parts.options().length === 2);
    parts.selector.shadowRoot?.querySelector<HTMLElement>('#option-1')?.click();
    expect(services.stores.selection.get()).to.deep.equal({namespace: 'acme', project: 'shop', component: 'cart'});
  });

  it('waits for a namespace', async () => {
    const {trigger, selector} = await selectorFixture('environment', {});
    await expect(selector).to.be.accessible();
    expect([trigger.disabled, trigger.title]).to.deep.equal([true, 'Choose a namespace first']);
  });

  it('says when there is nothing, when nothing fits, and when asking failed', async () => {
    const services = testServices();
    services.lists.projects = [];
    const parts = await selectorFixture('project', {namespace: 'acme'}, services);
    await open(parts);
    await waitUntil(() => parts.status() === 'There are none yet, or you may not see them.');

    const failing = testServices();
    failing.lists.projects = new Error('The platform is down.');
    const failed = await selectorFixture('project', {namespace: 'umbrella'}, failing);
    await open(failed);
    await waitUntil(() => failed.status() === 'The platform is down. Try again');
    failing.lists.projects = projects;
    failed.selector.shadowRoot?.querySelector<HTMLElement>('.below button')?.click();
    await waitUntil(() => failed.options().length === 4);
    failed.input()!.value = 'zz';
    failed.input()!.dispatchEvent(new Event('input'));
    await waitUntil(() => failed.status() === 'Nothing contains “zz”.');
  });

  it('shows the first hundred and how many more there are', async () => {
    const services = testServices();
    services.lists.projects = Array.from({length: 150}, (_, index) => named(`project-${index}`));
    const parts = await selectorFixture('project', {namespace: 'acme'}, services);
    await open(parts);
    await waitUntil(() => parts.options().length === 100);
    expect(parts.status()).to.equal('51 more: type to find them.');
  });
});

describe('<portal-scope-selector> by keyboard', () => {
  before(needsKeyboard);

  it('chooses with the keyboard alone: type, arrow, Enter', async () => {
    const parts = await selectorFixture('project', {namespace: 'acme'});
    parts.trigger.focus();
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => parts.options().length === 4);
    expect(parts.active()).to.equal('All projects');
    await sendKeys({type: 'p'});
    await waitUntil(() => parts.options().join() === 'Payments,Web shop');
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => parts.active() === 'Web shop');
    await sendKeys({press: 'ArrowDown'});
    await waitUntil(() => parts.active() === 'Payments', 'goes round at the end');
    await sendKeys({press: 'ArrowUp'});
    await sendKeys({press: 'Enter'});
    await waitUntil(() => parts.services.stores.selection.get().project === 'shop');
    expect(parts.selector.shadowRoot?.activeElement === parts.trigger).to.equal(true);
    expect(parts.trigger.textContent.replace(/\s+/g, ' ').trim()).to.equal('Project: Web shop');
  });

  it('closes with Escape, gives the focus back and forgets what was typed', async () => {
    const parts = await selectorFixture('project', {namespace: 'acme', project: 'shop'});
    await open(parts);
    await sendKeys({type: 'pay'});
    await sendKeys({press: 'Escape'});
    await waitUntil(() => parts.selector.shadowRoot?.activeElement === parts.trigger);
    expect(parts.trigger.getAttribute('aria-expanded')).to.equal('false');
    await open(parts);
    expect(parts.input()?.value).to.equal('');
    await waitUntil(() => parts.active() === 'Web shop', 'starts at what is chosen');
  });
});
