import {DisposableStack, type Logger, type ModuleManifest, type Stores} from '@openchoreo/portal-contract';
import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {createRequest} from '../data/request.ts';
import {definition} from '../testing/gamma/main.ts';
import {rejection} from '../testing/rejection.ts';
import {toRequest} from '../testing/to-request.ts';
import {createModuleStores} from './module-stores.ts';

const manifest = (id: string, dependencies?: ModuleManifest['dependencies']): ModuleManifest => ({
  id,
  name: id,
  version: '1.0.0',
  apiVersion: 1,
  ...(dependencies && {dependencies}),
});

/** One tab: its stores, and a gateway that keeps what it is sent. */
function openTab(kept: Record<string, unknown> = {}, answer?: (request: Request) => Response | undefined) {
  const asked: string[] = [];
  const logged: string[] = [];
  const reported: string[] = [];
  const activated: string[] = [];
  const log: Logger = {debug() {}, warn: (message) => void logged.push(message), error() {}};
  const send = createRequest({
    async fetch(input, init) {
      const request = toRequest(input, init);
      const own = answer?.(request);
      if (own) return own;
      if (request.method === 'GET') return Response.json({values: kept});
      const body = await request.text();
      asked.push(`${request.method} ${new URL(request.url).pathname} ${body.replace(/,"writer":"[^"]+"/, '')}`);
      Object.assign(kept, (JSON.parse(body) as {values: unknown}).values);
      return Response.json({});
    },
    onSignedOut: () => new Promise(() => {}),
  });
  const stores = createModuleStores({
    send,
    delay: 20,
    activate: async (id) => {
      activated.push(id);
      if (id === 'gamma') await open('gamma');
      else throw new TypeError(`no ${id}`);
    },
    report: (module, error) => void reported.push(`${module}: ${(error as Error).message}`),
  });
  const undos = new Map<string, DisposableStack>();
  async function open(id: string, dependencies?: ModuleManifest['dependencies']): Promise<Stores> {
    const undo = new DisposableStack();
    undos.set(id, undo);
    const fields = id === 'gamma' ? definition.stores : undefined;
    return stores.forModule({manifest: manifest(id, dependencies), fields, undo, log});
  }
  return {stores, open, kept, asked, logged, reported, activated, close: (id: string) => undos.get(id)?.dispose()};
}

describe('module stores', () => {
  it('hold the initial values until the owner changes them, and tell who follows', async () => {
    const tab = openTab();
    const owner = await tab.open('gamma');
    const reader = (await tab.open('delta', {modules: {gamma: '^1.0.0'}})).get('gamma');
    const seen: unknown[] = [];
    reader.subscribe((values) => seen.push(values));
    owner.set('gamma', {metrics: [1, 2]});
    expect(seen).to.deep.equal([
      {metrics: [], pinned: ['first'], note: ''},
      {metrics: [1, 2], pinned: ['first'], note: ''},
    ]);
  });

  it('are refused to modules that do not name the owner, and to be written by anybody else', async () => {
    const tab = openTab();
    await tab.open('gamma');
    const stranger = await tab.open('epsilon');
    const reader = await tab.open('delta', {optional: {gamma: '^1.0.0'}});
    expect(() => stranger.get('gamma')).to.throw("The store of 'gamma' is not open to the module 'epsilon' (read).");
    expect((await rejection(stranger.load('gamma'))).code).to.equal('STORE_DENIED');
    expect(() => reader.set('gamma', {metrics: [1]})).to.throw("'gamma' is not open to the module 'delta' (write)");
    expect(reader.get('gamma').get().metrics).to.deep.equal([]);
  });

  it('activate their owner when they are asked for', async () => {
    const tab = openTab();
    const reader = await tab.open('delta', {optional: {gamma: '^1.0.0', zeta: '^1.0.0'}});
    const store = reader.get('gamma');
    expect(store.get()).to.deep.equal({});
    await waitUntil(() => store.get().metrics !== undefined);
    expect((await reader.load('gamma')).get().metrics).to.deep.equal([]);
    expect(tab.activated).to.deep.equal(['gamma']);
    reader.get('zeta' as 'gamma');
    await waitUntil(() => tab.reported.length > 0);
    expect(tab.reported).to.deep.equal(['delta: no zeta']);
  });

  it('take all of a change or nothing of it, and name each fault', async () => {
    const tab = openTab();
    const owner = await tab.open('gamma');
    const set = (change: Record<string, unknown>) => () => owner.set('gamma', change);
    expect(set({note: 'taken', metrics: [1, 'two']})).to.throw(
      `The store of 'gamma' cannot hold this: metrics.1: found "two", expected number`,
    );
    expect(set({unheard: 1})).to.throw("The module 'gamma.unheard' has no such store now.");
    expect(set({__proto__: 1, toString: 1})).to.throw('gamma.toString');
    expect(owner.get('gamma').get()).to.deep.equal({metrics: [], pinned: ['first'], note: ''});
    await aTimeout(40);
    expect(tab.asked).to.deep.equal([]);
  });

  it('refuse to keep more than 32 KiB, and what JSON cannot hold', async () => {
    const tab = openTab();
    const owner = await tab.open('gamma');
    expect(() => owner.set('gamma', {note: 'ä'.repeat(16 * 1024)})).to.throw(
      "What is to be kept of the store of 'gamma' is larger than 32 KiB.",
    );
    owner.set('gamma', {metrics: Array.from({length: 50_000}, (_, index) => index)});
    expect(owner.get('gamma').get().note).to.equal('');
  });

  it('are kept for the person in one go, and there again after a reload', async () => {
    const tab = openTab();
    const owner = await tab.open('gamma');
    owner.set('gamma', {note: 'a'});
    owner.set('gamma', {note: 'b', metrics: [1]});
    owner.set('gamma', {pinned: ['x']});
    await waitUntil(() => tab.asked.length > 0);
    await aTimeout(40);
    expect(tab.asked).to.deep.equal(['PATCH /api/portal/stores/gamma {"values":{"note":"b","pinned":["x"]}}']);
    const again = openTab(tab.kept);
    expect((await again.open('gamma')).get('gamma').get()).to.deep.equal({metrics: [], pinned: ['x'], note: 'b'});
  });

  it('drop what was kept and does not fit any more, with a line in the log', async () => {
    const tab = openTab({note: 7, pinned: ['kept'], metrics: [1], gone: true});
    const owner = await tab.open('gamma');
    expect(owner.get('gamma').get()).to.deep.equal({metrics: [], pinned: ['kept'], note: ''});
    expect(tab.logged).to.deep.equal(["What was kept of 'note' does not fit any more and is dropped:"]);
  });

  for (const [what, answer] of [
    ['answers nonsense', () => Response.json(['?'])],
    ['answers no JSON', () => new Response('<h1>')],
    ['fails', () => Response.json({code: 'DATABASE_UNAVAILABLE', values: []}, {status: 503})],
  ] as const) {
    it(`start with the initial values when the gateway ${what}`, async () => {
      const tab = openTab({}, answer);
      expect((await tab.open('gamma')).get('gamma').get().note).to.equal('');
      expect(tab.logged).to.deep.equal(['What is kept of the store could not be read:']);
    });
  }

  it('are written at once when the page goes away', async () => {
    const tab = openTab();
    const owner = await tab.open('gamma');
    owner.set('gamma', {note: 'last'});
    dispatchEvent(new Event('pagehide'));
    await aTimeout(5);
    expect(tab.asked).to.deep.equal(['PATCH /api/portal/stores/gamma {"values":{"note":"last"}}']);
  });

  it('follow other tabs, but not over a change of this one that is still on its way', async () => {
    const kept = {};
    const [here, there] = [openTab(kept), openTab(kept)];
    const [mine, theirs] = [await here.open('gamma'), await there.open('gamma')];
    theirs.set('gamma', {note: 'theirs', pinned: ['theirs']});
    await waitUntil(() => there.asked.length > 0);
    mine.set('gamma', {note: 'mine'});
    here.stores.follow({module: 'gamma', writer: 'another tab'});
    here.stores.follow({module: 'other', writer: 'another tab'});
    await waitUntil(() => mine.get('gamma').get().pinned?.[0] === 'theirs');
    expect(mine.get('gamma').get().note).to.equal('mine');
    await waitUntil(() => here.asked.length > 0);
    there.stores.follow();
    await waitUntil(() => theirs.get('gamma').get().note === 'mine');
  });

  it('hold nothing after the owner was deactivated, keep what waited, and refuse late changes', async () => {
    const tab = openTab();
    const owner = await tab.open('gamma');
    const store = (await tab.open('delta', {modules: {gamma: '^1.0.0'}})).get('gamma');
    owner.set('gamma', {note: 'last'});
    tab.close('gamma');
    expect(store.get()).to.deep.equal({});
    expect(() => owner.set('gamma', {note: 'late'})).to.throw("The module 'gamma' has no such store now.");
    await waitUntil(() => tab.asked.length > 0);
    await tab.open('gamma');
    expect(store.get().note).to.equal('last');
    expect(() => owner.set('gamma', {note: 'late'})).to.throw('no such store');
    expect(store.get().note).to.equal('last');
  });
});
