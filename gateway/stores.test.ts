import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Browser} from './testing/browser.ts';
import {openEvents} from './testing/event-reader.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

describe('stores of modules', () => {
  let portal: TestPortal;
  let dana: Browser;
  let vera: Browser;
  before(async () => {
    portal = await startTestPortal({
      modules: [
        {id: 'notes', manifest: manifest('notes')},
        {id: 'manager', manifest: manifest('manager', {permissions: ['portalmodule:view']})},
      ],
    });
    [dana, vera] = [portal.browser(), portal.browser()];
    await dana.signIn('developer');
    await vera.signIn('viewer');
  });
  after(() => portal.close());

  const headers = {'content-type': 'application/json'};
  const read = async (browser: Browser, module = 'notes'): Promise<unknown> =>
    (await browser.request(`/api/portal/stores/${module}`)).json();
  const write = (browser: Browser, body: unknown, module = 'notes'): Promise<Response> =>
    browser.request(`/api/portal/stores/${module}`, {
      method: 'PATCH',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {...headers, origin: portal.url},
    });

  it('are kept for one person, also over a restart', async () => {
    assert.equal((await write(dana, {values: {pinned: ['cart']}, writer: 't1'})).status, 204);
    await portal.restart();
    assert.deepEqual(await Promise.all([read(dana), read(vera)]), [{values: {pinned: ['cart']}}, {values: {}}]);
  });

  it('tell the tabs of the person, and nobody else, that something has changed', async () => {
    const [hers, others] = [await openEvents(dana), await openEvents(vera)];
    try {
      await Promise.all([hers.next('composition'), others.next('composition')]);
      await write(vera, {values: {pinned: []}, writer: 't2'});
      await write(dana, {values: {pinned: ['pay']}, writer: 't1'});
      assert.deepEqual(await hers.next('store'), {module: 'notes', writer: 't1'});
      assert.deepEqual(await others.next('store'), {module: 'notes', writer: 't2'});
    } finally {
      hers.close();
      others.close();
    }
  });

  it('are refused to those who are not signed in, to other sites, and for modules that the session has not', async () => {
    const nobody = portal.browser();
    const foreign = await dana.request('/api/portal/stores/notes', {
      method: 'PATCH',
      body: '{"values":{},"writer":"t"}',
      headers: {...headers, origin: 'https://elsewhere.example'},
    });
    const codes = await Promise.all(
      [
        nobody.request('/api/portal/stores/notes'),
        write(nobody, {values: {}, writer: 't'}),
        foreign,
        dana.request('/api/portal/stores/manager'),
        write(dana, {values: {a: 1}, writer: 't'}, 'manager'),
        write(dana, {values: {a: 1}, writer: 't'}, 'unheard'),
      ].map(async (response) => ((await (await response).json()) as {code: string}).code),
    );
    assert.deepEqual(codes, [
      'SESSION_EXPIRED',
      'SESSION_EXPIRED',
      'CROSS_SITE_REFUSED',
      'MODULE_UNKNOWN',
      'MODULE_UNKNOWN',
      'MODULE_UNKNOWN',
    ]);
  });

  it('have no field with the name of a prototype', async () => {
    const before = await read(dana);
    assert.equal((await write(dana, '{"values":{"__proto__":{"x":1}},"writer":"t"}')).status, 204);
    assert.deepEqual(await read(dana), before);
  });

  for (const [what, body, code] of [
    ['no JSON', '{"values"', 'INVALID_REQUEST'],
    ['no values', {writer: 't'}, 'INVALID_REQUEST'],
    ['names that are none', {values: {'a b': 1}, writer: 't'}, 'INVALID_REQUEST'],
    ['more than the store takes', {values: {a: 'x'.repeat(40_000)}, writer: 't'}, 'STORE_TOO_LARGE'],
  ] as const) {
    it(`refuse ${what}`, async () => {
      const before = await read(dana);
      const response = await write(dana, body);
      assert.equal(((await response.json()) as {code: string}).code, code);
      assert.deepEqual(await read(dana), before);
    });
  }
});
