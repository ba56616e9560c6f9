import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseConsumerManifest, parseConsumerRegistration} from './consumer-registration.ts';

const SMALL = {id: 'cost-view', name: 'Cost view', version: '1.0.0'} as const;

test('a module as it is registered is read without its functions', () => {
  const component = (): null => null;
  const registered = {
    ...SMALL,
    type: 'third-party',
    routes: [{path: '/cost-view', component, label: 'Costs', icon: 'Coins', perspective: 'all', exact: true}],
    dashboard: {cards: [{id: 'total', component, position: 'top', size: 'small', gridSpan: 2, order: 3}]},
    init: async () => {},
    destroy: () => {},
  };
  const value = {
    ...SMALL,
    type: 'third-party',
    routes: [{path: '/cost-view', label: 'Costs', icon: 'Coins', perspective: 'both'}],
    dashboard: {cards: [{id: 'total', position: 'top', size: 'small', gridSpan: 2, order: 3}]},
  };
  assert.deepEqual(parseConsumerRegistration(registered, 'cost-view'), {ok: true, value});
});

test('what was recorded is read as it was registered', () => {
  const first = parseConsumerRegistration(
    {...SMALL, version: 'v1.2', routes: [{path: '/a', perspective: 'all', icon: {displayName: 'Box'}}]},
    'cost-view',
  );
  assert.ok(first.ok);
  assert.equal(first.value.version, '1.2.0');
  assert.equal(first.value.routes?.[0]?.icon, 'Box');
  const recorded: unknown = JSON.parse(JSON.stringify(first.value));
  assert.deepEqual(parseConsumerRegistration(recorded, 'cost-view'), first);
});

test('every fault is listed at once, and another module is one of them', () => {
  const wrong = {
    id: 'other',
    name: '',
    version: 'newest',
    routes: [{path: 7, perspective: 'operations'}],
    dashboard: {cards: [{size: 'huge'}]},
    permissions: 'view:costs',
  };
  const read = parseConsumerRegistration(wrong, 'cost-view');
  assert.deepEqual(read.ok ? [] : read.error.map(({path}) => path).sort(), [
    'dashboard.cards.0.id',
    'dashboard.cards.0.size',
    'id',
    'name',
    'permissions',
    'routes.0.path',
    'routes.0.perspective',
    'version',
  ]);
  assert.deepEqual(!read.ok && read.error.find(({path}) => path === 'id'), {
    path: 'id',
    found: '"other"',
    expected: "'cost-view', the module it was loaded for",
  });
});

test('what is no object at all is a fault, and no exception', () => {
  for (const data of [undefined, null, 'cost-view', [], () => {}]) {
    assert.equal(parseConsumerRegistration(data, 'cost-view').ok, false);
  }
});

test("a consumer's manifest is read", () => {
  const manifest = {
    ...SMALL,
    description: 'What things cost',
    author: {name: 'Ada', email: 'ada@example.org'},
    entryPoint: './index.js',
    integrity: 'sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC',
    dependencies: ['react'],
    permissions: ['view:costs'],
    size: '12 kB',
    updatedAt: '2026-01-01',
    changelog: ['First'],
  };
  assert.deepEqual(parseConsumerManifest(manifest), {ok: true, value: {...manifest, author: 'Ada'}});
});

test("every fault of a consumer's manifest is listed at once", () => {
  const read = parseConsumerManifest({id: 'Cost View', name: 'Cost view', version: 'x', integrity: 'md5-x'});
  assert.deepEqual(read.ok ? [] : read.error.map(({path}) => path).sort(), [
    'entryPoint',
    'id',
    'integrity',
    'version',
  ]);
});
