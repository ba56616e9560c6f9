import {expect} from '@open-wc/testing';
import {QueryClient, QueryObserver} from '@tanstack/query-core';
import {canMeasureHeap, findLeaks} from './find-leaks.ts';
import {watchLeaks, type Counts, type LeakWatch} from './watch-leaks.ts';

describe('leak search', () => {
  let watch: LeakWatch;
  let undo: (() => void)[] = [];
  const queries = new QueryClient({defaultOptions: {queries: {gcTime: Infinity}}});
  const observers = (): number =>
    queries.getQueryCache().getAll().reduce((sum, query) => sum + query.getObserversCount(), 0); // prettier-ignore
  const counts = (): Counts => ({...watch.counts(), 'query observers': observers()});
  const find = (round: () => void, rounds = 20): Promise<readonly string[]> => findLeaks({round, counts, rounds});

  beforeEach(() => (watch = watchLeaks()));
  afterEach(() => {
    for (const one of undo) one();
    undo = [];
    watch.stop();
  });

  it('finds nothing where everything is taken away again', async function () {
    this.timeout(30_000);
    const listener = (): void => {};
    const round = (): void => {
      addEventListener('resize', listener, true);
      removeEventListener('resize', listener, true);
      const abort = new AbortController();
      document.addEventListener('click', listener, {signal: abort.signal});
      abort.abort();
      clearInterval(setInterval(listener, 1000));
      const element = document.createElement('p');
      element.addEventListener('click', listener);
      document.body.append(element);
      element.remove();
      new QueryObserver(queries, {queryKey: ['a'], enabled: false}).subscribe(listener)();
    };
    expect(await find(round, 1000)).to.deep.equal([]);
  });

  const leaks: Readonly<Record<string, () => void>> = {
    listeners: () => {
      const listener = (): void => {};
      addEventListener('resize', listener);
      undo.push(() => removeEventListener('resize', listener));
    },
    'intervals of 60000 ms': () => {
      const timer = setInterval(() => {}, 60_000);
      undo.push(() => clearInterval(timer));
    },
    'timeouts of 3600000 ms': () => {
      const timer = setTimeout(() => {}, 3_600_000);
      undo.push(() => clearTimeout(timer));
    },
    'style sheets': () => {
      const before = document.adoptedStyleSheets;
      document.adoptedStyleSheets = [...before, new CSSStyleSheet()];
      undo.push(() => (document.adoptedStyleSheets = []));
    },
    nodes: () => {
      const element = document.createElement('div');
      document.body.append(element);
      undo.push(() => element.remove());
    },
    'query observers': () => {
      undo.push(new QueryObserver(queries, {queryKey: ['leak'], enabled: false}).subscribe(() => {}));
    },
  };
  for (const [sort, leak] of Object.entries(leaks)) {
    it(`finds ${sort} that stay`, async () => {
      const found = await find(leak);
      expect(found.map((line) => line.split(':')[0])).to.include(sort);
    });
  }

  it('finds a heap that grows', async function () {
    this.timeout(30_000);
    if (!canMeasureHeap()) this.skip();
    const kept: unknown[] = [];
    const found = await find(() => void kept.push({text: `${kept.length}`.padStart(1000)}), 1000);
    expect(found.map((line) => line.split(':')[0])).to.deep.equal(['heap']);
  });
});
