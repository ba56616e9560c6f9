import type {PortalMessage, RoleReference} from '@openchoreo/portal-contract';
import {expect, waitUntil} from '@open-wc/testing';
import {applyMessage} from './apply-message.ts';
import {listenLive} from './live-updates.ts';

/** What the gateway sends, without the network: the browser's own event type, and its way to fail. */
class Source extends EventTarget {
  static readonly opened: Source[] = [];
  isClosed = false;

  constructor() {
    super();
    Source.opened.push(this);
  }

  close(): void {
    this.isClosed = true;
  }

  say(type: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(type, {data: typeof data === 'string' ? data : JSON.stringify(data)}));
  }
}

interface Tab {
  readonly heard: PortalMessage[];
  gaps: number;
  losses: number;
  readonly close: () => void;
}

describe('live updates', () => {
  let tabs: Tab[];
  let name: string;

  function open(): Tab {
    const tab: {-readonly [K in keyof Tab]: Tab[K]} = {heard: [], gaps: 0, losses: 0, close: () => {}};
    tab.close = listenLive({
      name,
      delay: 5,
      createSource: () => new Source() as never,
      onMessage: (message) => tab.heard.push(message),
      onGap: () => (tab.gaps += 1),
      onLost: () => (tab.losses += 1),
    });
    tabs.push(tab);
    return tab;
  }

  beforeEach(() => {
    tabs = [];
    Source.opened.length = 0;
    name = `test-${Math.round(performance.now() * 1000)}`;
  });
  afterEach(() => tabs.forEach((tab) => tab.close()));

  it('opens one stream for all tabs, and every tab hears it', async () => {
    const [first, second] = [open(), open()];
    await waitUntil(() => Source.opened.length > 0);
    Source.opened[0]?.say('composition', {id: 'c2'});
    await waitUntil(() => second.heard.length > 0);
    expect([Source.opened.length, first.heard, second.heard]).to.deep.equal([
      1,
      [{type: 'composition', data: {id: 'c2'}}],
      [{type: 'composition', data: {id: 'c2'}}],
    ]);
  });

  it('hands the stream to another tab when the first one closes', async () => {
    const [first, second] = [open(), open()];
    await waitUntil(() => Source.opened.length === 1);
    first.close();
    await waitUntil(() => Source.opened.length === 2);
    Source.opened[1]?.dispatchEvent(new Event('open'));
    Source.opened[1]?.say('session-ended', {});
    await waitUntil(() => second.heard.length > 0);
    expect([Source.opened[0]?.isClosed, second.heard.length, first.heard.length]).to.deep.equal([true, 1, 0]);
    // Between the two streams something may have happened.
    expect([second.gaps, first.gaps]).to.deep.equal([1, 0]);
  });

  it('connects again when the stream breaks, and tells that something may have been missed', async () => {
    const tab = open();
    await waitUntil(() => Source.opened.length === 1);
    const other = open();
    Source.opened[0]?.dispatchEvent(new Event('open'));
    Source.opened[0]?.dispatchEvent(new Event('error'));
    await waitUntil(() => Source.opened.length === 2);
    Source.opened[1]?.dispatchEvent(new Event('error'));
    await waitUntil(() => Source.opened.length === 3);
    Source.opened[2]?.dispatchEvent(new Event('open'));
    expect([tab.losses, tab.gaps, Source.opened[0]?.isClosed]).to.deep.equal([1, 1, true]);
    await waitUntil(() => other.losses === 1 && other.gaps === 1);
  });

  it('leaves out what it does not understand', async () => {
    const tab = open();
    await waitUntil(() => Source.opened.length === 1);
    Source.opened[0]?.say('composition', 'no json');
    Source.opened[0]?.say('change', {kind: 7});
    expect(tab.heard).to.deep.equal([]);
  });

  it('stops for good', async () => {
    const tab = open();
    await waitUntil(() => Source.opened.length === 1);
    tab.close();
    Source.opened[0]?.dispatchEvent(new Event('error'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect([Source.opened.length, Source.opened[0]?.isClosed]).to.deep.equal([1, true]);
  });
});

describe('messages of the gateway', () => {
  it('are told to what they concern', () => {
    const called: string[] = [];
    const effects = {
      refreshKind: (kind: string, namespace?: string) => called.push(`${kind} ${namespace ?? 'everywhere'}`),
      refreshAll: () => called.push('all'),
      followComposition: (id: string) => called.push(`composition ${id}`),
      followRoleView: (role: RoleReference | undefined) => called.push(`view ${role?.name}`),
      refreshPermissions: () => called.push('permissions'),
      followSettings: (module: string) => called.push(`settings ${module}`),
      followStores: ({module}: {module: string}) => called.push(`store ${module}`),
      followNotifications: (unread: number) => called.push(`unread ${unread}`),
      onSessionEnded: () => called.push('session'),
    };
    const change = (kind: string, namespace?: string): PortalMessage => ({
      type: 'change',
      data: {kind, name: 'x', action: 'updated', ...(namespace && {namespace})},
    });
    applyMessage(change('Component', 'acme'), effects);
    applyMessage(change('ClusterAuthzRoleBinding'), effects);
    applyMessage(change('Unheard'), effects);
    applyMessage({type: 'composition', data: {id: 'c2'}}, effects);
    applyMessage({type: 'settings', data: {module: 'dashboard'}}, effects);
    applyMessage({type: 'store', data: {module: 'analytics', writer: 'w'}}, effects);
    applyMessage({type: 'notifications', data: {unread: 2}}, effects);
    applyMessage({type: 'session-ended', data: {}}, effects);
    expect(called).to.deep.equal([
      'components acme',
      'clusterauthzrolebindings everywhere',
      'composition c2',
      'settings dashboard',
      'store analytics',
      'unread 2',
      'session',
    ]);
    // What may be seen may be other now, in every list.
    applyMessage({type: 'permissions', data: {viewAs: {kind: 'ClusterAuthzRole', name: 'sre'}}}, effects);
    expect(called.slice(-3)).to.deep.equal(['view sre', 'permissions', 'all']);
  });
});
