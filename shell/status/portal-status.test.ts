import type {Contribution, IconNode, StatusItemData} from '@openchoreo/portal-contract';
import {expect, html, waitUntil} from '@open-wc/testing';
import {defineElement} from '@openchoreo/portal-lit';
import {atom} from 'nanostores';
import {frameFixture} from '../frame/test-support/frame-fixture.ts';
import {testServices} from '../frame/test-support/test-services.ts';
import type {ShellServices} from '../services.ts';
import {PortalStatus} from './portal-status.ts';

const item = (id: string, data: Omit<StatusItemData, 'title'> = {}): Contribution<StatusItemData> => ({
  module: 'shop',
  point: 'portal.status',
  id,
  key: `shop/portal.status/${id}`,
  data: {id, title: `The ${id}`, ...data},
});

const DRAWN: readonly IconNode[] = [['circle', {cx: 12, cy: 12, r: 10}]];

describe('<portal-status>', () => {
  const items = atom<readonly Contribution<StatusItemData>[]>([]);
  const version = atom(0);
  const icons = new Map<string, readonly IconNode[]>();
  const asked: unknown[] = [];
  const made: string[] = [];
  let commands: () => Promise<unknown>;

  async function show(): Promise<PortalStatus> {
    defineElement('portal-status', PortalStatus);
    const services = testServices();
    const contributions: Pick<ShellServices['contributions'], 'at' | 'createElement'> = {
      at: () => items as never,
      createElement: ({id}) => (
        made.push(id),
        Object.assign(document.createElement('p'), {textContent: `drawn ${id}`})
      ),
    };
    const {element} = await frameFixture<PortalStatus>(html`<portal-status></portal-status>`, {
      ...services,
      contributions,
      commands: (() => commands()) as ShellServices['commands'],
    });
    await element.updateComplete;
    return element;
  }

  const lines = (element: PortalStatus): readonly string[] =>
    [...(element.shadowRoot?.querySelectorAll('li') ?? [])].map(({textContent}) => textContent.trim());
  const drawn = (element: PortalStatus): number => element.shadowRoot?.querySelectorAll('svg').length ?? 0;

  beforeEach(() => {
    items.set([]);
    icons.clear();
    asked.length = made.length = 0;
    const load = (names: readonly unknown[]): void => void asked.push(...names.filter(Boolean));
    commands = () => Promise.resolve({icons: {get: (name: string) => icons.get(name), load, version}});
  });

  it('is not there while no module has a line', async () => {
    expect((await show()).shadowRoot?.querySelector('section')).to.equal(null);
  });

  it('shows lines drawn by modules, links and words, in order, and is accessible', async () => {
    items.set([item('health', {component: {entry: './health.js', export: 'Health'}}), item('docs', {path: '/docs'}), item('plan')]); // prettier-ignore
    const element = await show();
    expect(lines(element)).to.deep.equal(['drawn health', 'The docs', 'The plan']);
    expect(element.shadowRoot?.querySelector('a')?.getAttribute('href')).to.equal('/docs?namespace=');
    expect(element.shadowRoot?.querySelector('section')?.ariaLabel).to.equal('Status');
    await expect(element).to.be.accessible();
    element.setAttribute('narrow', '');
    await expect(element).to.be.accessible();
  });

  it('keeps the element of a line while others come and go, and makes it anew when the line comes back', async () => {
    const health = item('health', {component: {entry: './health.js', export: 'Health'}});
    items.set([health]);
    const element = await show();
    const own = element.shadowRoot?.querySelector('p');
    items.set([item('plan'), health]);
    await element.updateComplete;
    expect([element.shadowRoot?.querySelector('p') === own, made]).to.deep.equal([true, ['health']]);
    items.set([]);
    await element.updateComplete;
    items.set([health]);
    await element.updateComplete;
    expect(made).to.deep.equal(['health', 'health']);
  });

  it('draws icons when they are there, also after it was taken out and put back', async () => {
    items.set([item('plan', {icon: 'gauge'})]);
    const element = await show();
    await waitUntil(() => asked.includes('gauge'));
    expect(drawn(element)).to.equal(0);
    const place = element.parentElement;
    element.remove();
    place?.append(element);
    await element.updateComplete;
    asked.length = 0;
    await waitUntil(() => asked.includes('gauge'));
    icons.set('gauge', DRAWN);
    version.set(version.get() + 1);
    await element.updateComplete;
    expect([drawn(element), lines(element)]).to.deep.equal([1, ['The plan']]);
  });

  it('is words where the icons cannot be had', async () => {
    commands = () => Promise.reject(new Error('offline'));
    items.set([item('plan', {icon: 'gauge'})]);
    expect(lines(await show())).to.deep.equal(['The plan']);
  });
});
