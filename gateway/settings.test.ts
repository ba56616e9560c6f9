import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Boot, Problem, SettingGroup} from '@openchoreo/portal-contract';
import {auditRecords, settings as table} from './database/index.ts';
import type {Browser} from './testing/browser.ts';
import {openEvents} from './testing/event-reader.ts';
import {DATABASES, type TestDatabase} from './testing/test-databases.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const SHOP = manifest('shop', {
  name: '%name%',
  messages: {en: 'messages.en.json', de: 'messages.de.json'},
  routes: {base: '/', definitions: [{path: '/', component: {entry: 'page-abcdef12.js', export: 'Page'}}]},
  settings: [
    {key: 'page-size', type: 'number', label: '%size%', default: 25, minimum: 5, maximum: 100},
    {key: 'currency', type: 'select', label: 'Currency', level: 'portal', options: [{value: 'EUR', label: 'Euro'}]},
    {
      key: 'layout',
      type: 'json',
      label: 'Layout',
      hidden: true,
      schema: {type: 'object', required: ['cards'], properties: {cards: {type: 'array', items: {type: 'string'}}}},
    },
  ],
});

for (const kind of DATABASES) {
  describe(`settings on ${kind.name}`, {skip: kind.skip}, () => {
    let place: TestDatabase;
    let portal: TestPortal;
    let admin: Browser;
    let developer: Browser;
    before(async () => {
      place = await kind.make();
      portal = await startTestPortal({
        ...(place.databaseUrl !== undefined && {environment: {DATABASE_URL: place.databaseUrl}}),
        modules: [
          {
            id: 'shop',
            manifest: SHOP,
            messages: {en: {name: 'Shop', size: 'Rows'}, de: {name: 'Laden', size: 'Zeilen'}},
          },
          {id: 'plain', manifest: manifest('plain')},
          {
            id: 'closed',
            manifest: {...manifest('closed', {permissions: ['portalmodule:view']}), settings: SHOP['settings']},
          },
        ],
      });
      [admin, developer] = [portal.browser(), portal.browser()];
      await admin.signIn('admin');
      await developer.signIn('developer');
    });
    after(async () => {
      await portal.close();
      await place.remove();
    });

    const set = (browser: Browser, body: unknown, module = 'shop'): Promise<Response> =>
      browser.request(`/api/portal/settings/${module}`, {
        method: 'PATCH',
        body: JSON.stringify(body),
        headers: {'content-type': 'application/json', origin: portal.url},
      });
    const valuesOf = async (browser: Browser): Promise<unknown> =>
      ((await (await browser.request('/api/portal/settings/shop')).json()) as {values: unknown}).values;
    const problemOf = async (response: Promise<Response>): Promise<unknown> => {
      const problem = (await (await response).json()) as Problem;
      return [problem.status, problem.code, problem.values?.[1] ?? problem.values?.[0]];
    };

    it('are kept for the person, come with the page, and go back to the default', async () => {
      assert.equal((await set(developer, {key: 'page-size', value: 50})).status, 200);
      assert.deepEqual([await valuesOf(developer), await valuesOf(admin)], [{'page-size': 50}, {}]);
      const html = await (await developer.request('/?namespace=acme')).text();
      const boot = JSON.parse(/id="portal-boot">([^<]*)</.exec(html)?.[1] ?? '') as Boot;
      assert.deepEqual(boot.settings, {shop: {'page-size': 50}});
      await portal.restart();
      assert.deepEqual(await valuesOf(developer), {'page-size': 50});
      assert.equal((await set(developer, {key: 'page-size'})).status, 200);
      assert.deepEqual(await valuesOf(developer), {});
    });

    it('of the whole portal are set by operators, for everybody, and audited', async () => {
      assert.deepEqual(await problemOf(set(developer, {key: 'currency', value: 'EUR'})), [
        403,
        'PERMISSION_DENIED',
        'portalmodule:update',
      ]);
      assert.equal((await set(admin, {key: 'currency', value: 'EUR'})).status, 200);
      assert.deepEqual(await valuesOf(developer), {currency: 'EUR'});
      const records = await portal.database.select().from(auditRecords);
      const changes = records.filter(({action}) => action === 'setting.change');
      assert.deepEqual(
        changes.map(({target, status}) => [target, status]),
        [
          ['shop/currency', 403],
          ['shop/currency', 200],
        ],
      );
      await set(admin, {key: 'currency'});
    });

    it('are listed for the page of settings in the person’s language, without those a module keeps for itself', async () => {
      const groups = (await (await developer.request('/api/portal/settings')).json()) as SettingGroup[];
      assert.deepEqual(
        groups.map(({module, name, settings}) => [module, name, settings.map(({key, label}) => [key, label])]),
        [
          [
            'shop',
            'Shop',
            [
              ['page-size', 'Rows'],
              ['currency', 'Currency'],
            ],
          ],
        ],
      );
    });

    it('that do not fit are refused, and nothing is kept', async () => {
      const cases: readonly (readonly [unknown, unknown])[] = [
        [{key: 'page-size', value: 500}, 'page-size: found 500, expected a number, at least 5 and at most 100'],
        [{key: 'page-size', value: null}, 'page-size: found null, expected a number, at least 5 and at most 100'],
        [{key: 'unknown', value: 1}, 'unknown: found a setting that the module does not have, expected one of its own'],
        [{key: 'layout', value: {cards: [7]}}, 'layout.cards.0: found 7, expected string'],
        [{key: 'layout', value: {}}, 'layout.cards: found nothing, expected a value'],
        [
          {key: '__proto__', value: 1},
          '__proto__: found a setting that the module does not have, expected one of its own',
        ],
      ];
      for (const [body, fault] of cases) {
        assert.deepEqual(await problemOf(set(developer, body)), [400, 'SETTING_INVALID', fault]);
      }
      assert.deepEqual(await problemOf(set(developer, {value: 1})), [
        400,
        'INVALID_REQUEST',
        'key: found nothing, expected string',
      ]);
      assert.equal((await set(developer, {key: 'page-size', value: 7}, 'nowhere')).status, 404);
      assert.equal((await set(developer, {key: 'page-size', value: 7}, 'closed')).status, 404);
      const foreign = {
        method: 'PATCH',
        body: '{"key":"page-size","value":7}',
        headers: {origin: 'https://evil.example'},
      };
      assert.equal((await developer.request('/api/portal/settings/shop', foreign)).status, 403);
      assert.equal((await portal.browser().request('/api/portal/settings')).status, 401);
      assert.deepEqual(await valuesOf(developer), {});
    });

    it('that were kept by another version and no longer fit count as not set, with a line in the log', async () => {
      await set(developer, {key: 'page-size', value: 50});
      const [row] = await portal.database.select().from(table);
      assert.ok(row);
      await portal.database.insert(table).values([
        {...row, key: 'gone', value: 1},
        {...row, key: 'layout', value: 'rubbish'},
        {...row, key: 'currency', value: 'EUR'},
      ]);
      assert.deepEqual(await valuesOf(developer), {'page-size': 50});
      await valuesOf(developer);
      const lines = portal.logged.filter((line) => line.includes('does not fit any more'));
      assert.deepEqual(lines.map((line) => (JSON.parse(line) as {setting: string}).setting).sort(), [
        'currency',
        'gone',
        'layout',
      ]);
    });

    it('are told to the person’s open tabs, and those of the portal to everybody’s', async () => {
      const [mine, others] = [await openEvents(developer), await openEvents(admin)];
      await set(developer, {key: 'page-size', value: 10});
      await set(admin, {key: 'currency', value: 'EUR'});
      assert.deepEqual(
        [await mine.next('settings'), await mine.next('settings'), await others.next('settings')],
        [{module: 'shop'}, {module: 'shop'}, {module: 'shop'}],
      );
      assert.equal(await Promise.race([others.next('settings'), wait(200)]), 'nothing more');
      mine.close();
      others.close();
    });
  });
}

function wait(milliseconds: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('nothing more'), milliseconds));
}
