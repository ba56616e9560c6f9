import type {OpenChoreoClient} from '@openchoreo/portal-contract';
import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {QueryClient} from '@tanstack/query-core';
import {createLiveData} from './live-data.ts';
import {createRefreshKinds} from './refresh-kinds.ts';

/** A platform that counts how often it is asked, and whose answers and visibility a test can set. */
function start({polls = false}: {polls?: boolean} = {}) {
  const asked: string[] = [];
  let answer: () => Promise<readonly unknown[]> = () => Promise.resolve([{metadata: {name: `n${asked.length}`}}]);
  const api = {
    listAll(kind: string, {namespace}: {namespace?: string}) {
      asked.push(`${kind} ${namespace ?? ''}`);
      return answer();
    },
  } as unknown as OpenChoreoClient;
  const queryClient = new QueryClient({defaultOptions: {queries: {retry: false, staleTime: Infinity}}});
  const live = createLiveData({queryClient, api, polls, interval: 40});
  return {asked, queryClient, live, answerWith: (next: typeof answer) => (answer = next)};
}

const ACME = {namespace: 'acme'};

function hide(hidden: boolean): void {
  const value = hidden ? 'hidden' : 'visible';
  Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => value});
  document.dispatchEvent(new Event('visibilitychange', {bubbles: true}));
}

describe('live data', () => {
  afterEach(() => void Reflect.deleteProperty(document, 'visibilityState'));

  it('is asked for once, however many follow it, and not at all while nobody does', async () => {
    const {asked, live} = start();
    const store = live.watch('components', ACME);
    expect(live.watch('components', {namespace: 'acme', environment: 'dev'})).to.equal(store);
    await aTimeout(20);
    expect(asked).to.deep.equal([]);
    const seen: string[] = [];
    const stops = [1, 2, 3].map(() => store.subscribe(({status}) => seen.push(status)));
    await waitUntil(() => seen.includes('success'));
    expect(asked).to.deep.equal(['components acme']);
    for (const stop of stops) stop();
  });

  it('follows what the gateway tells, for its kind and its namespace', async () => {
    const {asked, live, queryClient} = start();
    const refresh = createRefreshKinds(queryClient, 30);
    const stops = [
      live.watch('components', ACME).subscribe(() => {}),
      live.watch('components', {namespace: 'other'}).subscribe(() => {}),
      live.watch('projects', ACME).subscribe(() => {}),
    ];
    await waitUntil(() => asked.length === 3 && queryClient.isFetching() === 0);
    asked.length = 0;
    refresh('components', 'acme');
    await waitUntil(() => queryClient.isFetching() === 0 && asked.length > 0);
    expect(asked).to.deep.equal(['components acme']);
    await aTimeout(60);
    refresh('components');
    await waitUntil(() => asked.length === 3);
    expect(asked.slice(1).sort()).to.deep.equal(['components acme', 'components other']);
    for (const stop of stops) stop();
  });

  it('does not ask again for each of many changes', async () => {
    const {asked, live, queryClient} = start();
    const refresh = createRefreshKinds(queryClient, 60);
    const stop = live.watch('components', ACME).subscribe(() => {});
    await waitUntil(() => asked.length === 1 && queryClient.isFetching() === 0);
    for (let index = 0; index < 50; index += 1) refresh('components', 'acme');
    await aTimeout(100);
    expect(asked.length).to.equal(3);
    stop();
  });

  it('is asked for in a tab that nobody sees only once it is seen', async () => {
    const {asked, live, queryClient} = start();
    queryClient.mount();
    const refresh = createRefreshKinds(queryClient, 10);
    const stop = live.watch('components', ACME).subscribe(() => {});
    await waitUntil(() => asked.length === 1 && queryClient.isFetching() === 0);
    hide(true);
    refresh('components', 'acme');
    await aTimeout(30);
    expect(asked.length).to.equal(1);
    hide(false);
    await waitUntil(() => asked.length === 2);
    stop();
    queryClient.unmount();
  });

  it('is asked for again and again where the platform does not tell, once for all who follow it', async () => {
    const {asked, live} = start({polls: true});
    const stops = [
      live.watch('components', ACME).subscribe(() => {}),
      live.follow(['openchoreo', 'components', ACME, {}]),
      live.follow(['openchoreo', 'components', ACME, {}]),
    ];
    await waitUntil(() => asked.length >= 4, 'polled', {timeout: 2000});
    expect(new Set(asked)).to.deep.equal(new Set(['components acme']));
    const count = asked.length;
    const before = performance.now();
    await aTimeout(130);
    expect(asked.length - count).to.be.at.most(Math.ceil((performance.now() - before) / 40) + 1);
    for (const stop of stops) stop();
    // The store stays for a second after the last listener, as nanostores' do.
    await aTimeout(1100);
    const after = asked.length;
    await aTimeout(120);
    expect(asked.length).to.equal(after);
  });

  it('is not asked for again while the page is hidden', async () => {
    const {asked, live} = start({polls: true});
    const stop = live.watch('components', ACME).subscribe(() => {});
    await waitUntil(() => asked.length >= 2, 'polled', {timeout: 2000});
    hide(true);
    await aTimeout(20);
    const count = asked.length;
    await aTimeout(150);
    expect(asked.length).to.equal(count);
    hide(false);
    await waitUntil(() => asked.length > count);
    stop();
  });

  it('is asked for while the event stream is away', async () => {
    const {asked, live} = start();
    const stop = live.watch('components', ACME).subscribe(() => {});
    await waitUntil(() => asked.length === 1);
    live.setHeard(false);
    await waitUntil(() => asked.length >= 3, 'polled', {timeout: 2000});
    live.setHeard(true);
    await aTimeout(20);
    const count = asked.length;
    await aTimeout(120);
    expect(asked.length).to.equal(count);
    stop();
  });

  it('keeps what was read when a refresh fails, and says why', async () => {
    const {asked, live, queryClient, answerWith} = start();
    const store = live.watch('components', ACME);
    const stop = store.subscribe(() => {});
    await waitUntil(() => store.get().status === 'success');
    const failure = new Error('down');
    answerWith(() => Promise.reject(failure));
    createRefreshKinds(queryClient)('components', 'acme');
    await waitUntil(() => store.get().status === 'error');
    expect(store.get()).to.deep.equal({status: 'error', error: failure, data: [{metadata: {name: 'n1'}}]});
    expect(asked.length).to.equal(2);
    stop();
  });
});
