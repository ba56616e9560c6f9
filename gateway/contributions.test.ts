import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Boot, Composition, ContributionReport, ModuleManifest, RegistryEntry} from '@openchoreo/portal-contract';
import type {Browser} from './testing/browser.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';

const COMPONENT = {entry: 'card-abcdef12.js', export: 'Card'};

describe('contributions', () => {
  let portal: TestPortal;
  let admin: Browser;
  before(async () => {
    const schema = {type: 'object', required: ['unit'], properties: {unit: {enum: ['€', '$']}}};
    portal = await startTestPortal({
      modules: [
        {
          id: 'cost',
          manifest: manifest('cost', {
            routes: {base: '/', definitions: [{path: '/', component: COMPONENT}]},
            extensionPoints: [{id: 'cost.charts', schema}],
          }),
        },
        {
          id: 'cloud',
          manifest: manifest('cloud', {
            contributes: {
              'cost.charts': [
                {id: 'fits', unit: '€', component: COMPONENT},
                {id: 'wrong', unit: 'yen', component: COMPONENT, data: [{kind: 'projects'}]},
              ],
              'later.cards': [{id: 'early', component: COMPONENT}],
            },
          }),
        },
        {id: 'faulty', manifest: manifest('faulty', {extensionPoints: [{id: 'faulty.list', schema: {type: 7}}]})},
        {id: 'thief', manifest: manifest('thief', {extensionPoints: [{id: 'cost.charts', schema: {}}]})},
      ],
    });
    admin = portal.browser();
    await admin.signIn('admin');
  });
  after(() => portal.close());

  const json = async <T>(path: string): Promise<T> => (await admin.request(path)).json() as Promise<T>;
  const headReport = async (): Promise<ContributionReport | undefined> =>
    (await json<Composition>('/api/portal/composition')).modules.find(({id}) => id === 'cloud')?.contributions;
  const entryOf = async (id: string): Promise<RegistryEntry | undefined> =>
    (await json<RegistryEntry[]>('/api/portal/modules')).find((entry) => entry.id === id);
  const refused = [
    {point: 'cost.charts', id: 'wrong', faults: [{path: 'unit', found: '"yen"', expected: '"€" or "$"'}]},
  ];

  it('that do not fit their point never reach the browser; the others do, and the index says which', async () => {
    const html = await (await admin.request('/?namespace=acme')).text();
    const boot = JSON.parse(/id="portal-boot">([^<]*)</.exec(html)?.[1] ?? '') as Boot;
    const ids = ({contributes}: ModuleManifest): unknown =>
      Object.entries(contributes ?? {}).map(([point, list]) => [point, list.map(({id}) => id)]);
    const valid = [
      ['cost.charts', ['fits']],
      ['later.cards', ['early']],
    ];
    assert.deepEqual(ids(boot.manifests['cloud']!), valid);
    assert.deepEqual(ids(await json('/m/cloud/1.0.0/manifest.json?lang=en')), valid);
    assert.deepEqual(
      boot.data.filter(({queryKey}) => queryKey[1] === 'projects'),
      [],
    );
    assert.deepEqual(await headReport(), {refused, waiting: ['later.cards']});
  });

  it('are told to operators with every fault, as are points that nobody opens', async () => {
    assert.deepEqual((await entryOf('cloud'))?.contributions, {refused, waiting: ['later.cards']});
    assert.equal((await entryOf('cost'))?.contributions, undefined);
  });

  it('wait while the module that opens their point is switched off', async () => {
    const decide = (enabled: boolean): Promise<Response> =>
      admin.request('/api/portal/modules/cost', {
        method: 'PUT',
        body: JSON.stringify({enabled}),
        headers: {'content-type': 'application/json', origin: portal.url},
      });
    await decide(false);
    assert.deepEqual(await headReport(), {refused, waiting: ['cost.charts', 'later.cards']});
    await decide(true);
    assert.deepEqual(await headReport(), {refused, waiting: ['later.cards']});
  });

  it('cannot be asked for by a module that opens another’s point, or a point whose schema is none', async () => {
    const [faulty, thief] = [await entryOf('faulty'), await entryOf('thief')];
    assert.deepEqual([faulty?.status, faulty?.problem?.detail.includes('extensionPoints.0.schema')], ['refused', true]);
    assert.deepEqual(thief?.problem?.faults, ["extensionPoints.0.id: found 'cost.charts', expected 'thief.…'"]);
  });
});
