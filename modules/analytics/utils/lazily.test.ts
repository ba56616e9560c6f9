import {expect} from '@open-wc/testing';
import {lazily} from './lazily.ts';

const failure = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => '',
    (error: unknown) => (error as Error).message,
  );

describe('a lazy import', () => {
  it('that failed is tried again under another address, where the browser names the one that failed', async () => {
    const address = `${location.origin}/m/analytics/0.1.0/heavy-chart.js`;
    const asked: string[] = [];
    let online = false;
    const load = lazily<string>(
      () => Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${address}`)),
      (retried) => {
        asked.push(retried);
        return online ? Promise.resolve('chart') : Promise.reject(new TypeError('still offline'));
      },
    );
    expect(await failure(load())).to.contain('Failed to fetch');
    expect(await failure(load())).to.equal('still offline');
    online = true;
    expect(await load()).to.equal('chart');
    expect(asked).to.deep.equal([`${address}?retry=1`, `${address}?retry=2`]);
  });

  it('that failed is tried again as it was, where the browser names no address, or a foreign one', async () => {
    for (const message of ['Importing a module script failed.', 'no: https://elsewhere.example/x.js']) {
      let attempts = 0;
      const load = lazily(() => {
        attempts += 1;
        return attempts === 1 ? Promise.reject(new TypeError(message)) : Promise.resolve('chart');
      });
      await failure(load());
      expect(await load()).to.equal('chart');
    }
  });
});
