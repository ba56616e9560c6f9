import {NOTIFICATIONS_PER_MINUTE, PortalError, type NotificationList} from '@openchoreo/portal-contract';
import {expect, html, waitUntil} from '@open-wc/testing';
import {defineElement} from '@openchoreo/portal-lit';
import {atom} from 'nanostores';
import type {RequestInitJson} from '../data/request.ts';
import {frameFixture} from '../frame/test-support/frame-fixture.ts';
import {testServices} from '../frame/test-support/test-services.ts';
import {rejection} from '../testing/rejection.ts';
import {createInbox, type Inbox} from './inbox.ts';
import {PortalInbox} from './portal-inbox.ts';

const LIST: NotificationList = {
  unread: 1,
  items: [
    {
      id: 2,
      module: 'shop',
      kind: 'error',
      title: 'Build failed',
      path: '/shop',
      at: '2026-01-02T00:00:00Z',
      read: false,
    },
    {id: 1, module: 'shop', kind: 'info', title: 'Hello', at: '2026-01-01T00:00:00Z', read: true},
  ],
};

function make(answer: (url: string, init?: RequestInitJson) => unknown = () => LIST): {
  inbox: Inbox;
  unread: ReturnType<typeof atom<number | undefined>>;
  sent: string[];
  reports: unknown[];
} {
  const sent: string[] = [];
  const reports: unknown[] = [];
  const unread = atom<number | undefined>(undefined);
  const inbox = createInbox({
    async send(url, init = {}) {
      sent.push([init.method ?? 'GET', url, init.body && JSON.stringify(init.body)].filter(Boolean).join(' '));
      return answer(url, init);
    },
    unread,
    messages: {text: (key, values) => `${key} ${JSON.stringify(values)}`},
    report: (module, error) => reports.push([module, error]),
    calm: 20,
  });
  return {inbox, unread, sent, reports};
}

describe('the inbox', () => {
  it('shows what was read at once, and takes it back when the server refuses', async () => {
    let isDown = false;
    const {inbox, unread} = make(() => {
      if (isDown) throw new PortalError('OFFLINE', []);
      return LIST;
    });
    await inbox.refresh();
    expect(unread.get()).to.equal(1);
    isDown = true;
    const marked = inbox.markRead(2);
    expect(unread.get()).to.equal(0);
    expect((await rejection(marked)).code).to.equal('OFFLINE');
    expect(unread.get()).to.equal(1);
  });

  it('refuses an answer that is none', async () => {
    const {inbox} = make(() => ({items: 'many'}));
    await inbox.refresh();
    const state = inbox.state.get();
    expect(state.status === 'failed' && (state.error as PortalError).code).to.equal('API_INVALID_ANSWER');
  });

  it('lets a module that adds ten thousand add twenty, and says once how many were left out', async () => {
    const {inbox, sent, reports} = make(() => ({}));
    const module = {id: 'shop', version: '1.0.0'};
    const kept = await Promise.all(
      Array.from({length: 10_000}, (_, n) => inbox.add(module, {kind: 'info', title: `${n}`})),
    );
    expect(kept.filter(Boolean).length).to.equal(NOTIFICATIONS_PER_MINUTE);
    expect(await inbox.add({id: 'other', version: '1.0.0'}, {kind: 'info', title: 'calm'})).to.equal(true);
    await waitUntil(() => sent.some((line) => line.includes('limited-shop')));
    expect([sent.length, reports.length]).to.deep.equal([NOTIFICATIONS_PER_MINUTE + 2, 1]);
    expect(sent.find((line) => line.includes('limited-shop'))).to.contain('9980');
  });

  it('never rejects for a module: what the server refuses is not kept, and is reported', async () => {
    const {inbox, reports} = make(() => {
      throw new PortalError('INVALID_REQUEST', ['x']);
    });
    expect(await inbox.add({id: 'shop', version: '1'}, {kind: 'info', title: 'x'})).to.equal(false);
    expect(reports.length).to.equal(1);
  });
});

describe('<portal-inbox>', () => {
  async function open(answer?: () => unknown): Promise<{bell: PortalInbox; sent: string[]; list: () => ShadowRoot}> {
    defineElement('portal-inbox', PortalInbox);
    const {inbox, sent} = make(answer);
    const services = Object.assign(testServices(), {inbox: async () => inbox});
    Object.assign(services.boot, {composition: {id: 'c', modules: [{id: 'shop', name: 'The shop'}]}});
    services.stores.unread.set(1);
    const {element: bell} = await frameFixture<PortalInbox>(html`<portal-inbox></portal-inbox>`, services);
    await expect(bell).to.be.accessible();
    bell.shadowRoot?.querySelector<HTMLElement>('.trigger')?.click();
    const list = (): ShadowRoot => bell.shadowRoot!.querySelector('portal-inbox-list')!.shadowRoot!;
    await waitUntil(() => bell.shadowRoot?.querySelector('portal-inbox-list')?.shadowRoot?.querySelector('li, .empty'));
    return {bell, sent, list};
  }

  it('counts what is unread, and lists it with who added it and the way there', async () => {
    const {bell, list} = await open();
    expect(bell.shadowRoot?.querySelector('.count')?.textContent).to.equal('1');
    const [first] = list().querySelectorAll('li');
    expect(first?.textContent).to.contain('Build failed').and.to.contain('The shop');
    expect(list().querySelector('a')?.getAttribute('href')).to.contain('/shop');
    await expect(bell).to.be.accessible();
  });

  it('marks and deletes', async () => {
    const {sent, list} = await open();
    list().querySelector<HTMLElement>('.head button')?.click();
    list().querySelector<HTMLElement>('li .icon-only')?.click();
    await waitUntil(() => sent.length === 3);
    expect(sent.slice(1)).to.deep.equal([
      'PUT /api/portal/notifications {"read":true}',
      'DELETE /api/portal/notifications/2',
    ]);
  });

  it('says that there is nothing, and what failed', async () => {
    expect((await open(() => ({items: [], unread: 0}))).list().textContent).to.contain('Nothing new');
    const failed = await open(() => {
      throw new PortalError('OFFLINE', []);
    });
    expect(failed.list().textContent).to.contain('could not be loaded').and.to.contain('Try again');
  });
});
