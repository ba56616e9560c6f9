import {expect} from '@open-wc/testing';
import {calls} from '../testing/beta/main.ts';
import {ALPHA, BETA} from '../testing/manifests.ts';
import {startPortal, type PortalUnderTest} from '../testing/start-portal.ts';

describe('a page of a module that needs another', () => {
  let test: PortalUnderTest;
  beforeEach(() => (calls.length = 0));
  afterEach(() => test.stop());

  it('is run when the other one is active, so that it may import from it', async () => {
    test = startPortal({
      path: '/alpha/items',
      modules: [{...ALPHA, dependencies: {modules: {beta: '^1.0.0'}}}, BETA],
    });
    await test.page('shown');
    expect([test.imported, calls]).to.deep.equal([['main.ts', 'pages.ts'], ['activate beta']]);
  });

  it('is not run when the other one fails', async () => {
    const failing = {...BETA, main: {entry: 'main.ts', export: 'throwing'}};
    test = startPortal({
      path: '/alpha/items',
      modules: [{...ALPHA, dependencies: {modules: {beta: '^1.0.0'}}}, failing],
    });
    const state = await test.page('failed');
    expect([state.status === 'failed' && state.error.code, test.imported]).to.deep.equal([
      'DEPENDENCY_FAILED',
      ['main.ts'],
    ]);
  });
});
