import assert from 'node:assert/strict';
import {test} from 'node:test';
import {toConsumerParts, type ConsumerParts} from './consumer-parts.ts';
import {parseConsumerRegistration} from './consumer-registration.ts';
import type {Fault} from './errors.ts';

const ENTRY = 'registered.js';

function read(data: object): ConsumerParts | readonly Fault[] {
  const whole = {id: 'cost-view', name: 'Cost view', version: '1.0.0', ...data};
  const registration = parseConsumerRegistration(whole, 'cost-view');
  assert.ok(registration.ok);
  const parts = toConsumerParts(registration.value, ENTRY);
  return parts.ok ? parts.value : parts.error;
}

function partsOf(data: object): ConsumerParts {
  const parts = read(data);
  assert.ok('manifest' in parts, JSON.stringify(parts));
  return parts;
}

test('routes, navigation and cards become those of the manifest', () => {
  const parts = partsOf({
    type: 'dashboard',
    routes: [
      {path: '/cost-view', label: 'Costs', icon: 'TrendingUp', perspective: 'platform-engineering'},
      {path: '/cost-view/:project', title: 'Costs of a project'},
    ],
    dashboard: {cards: [{id: 'monthlyTotal', position: 'top', size: 'full'}]},
    permissions: ['view:costs'],
  });
  assert.deepEqual(parts, {
    manifest: {
      type: 'integration',
      routes: {
        base: '/cost-view',
        definitions: [
          {
            path: '/',
            component: {entry: ENTRY, export: 'route0'},
            title: 'Costs',
            perspective: 'platform-engineering',
          },
          {path: '/:project', component: {entry: ENTRY, export: 'route1'}, title: 'Costs of a project'},
        ],
      },
      navigation: [
        {
          id: 'route-0',
          label: 'Costs',
          icon: 'TrendingUp',
          path: '/cost-view',
          perspective: 'platform-engineering',
          order: 200,
        },
      ],
      contributes: {
        'dashboard.cards': [
          {
            id: 'monthly-total',
            title: 'Cost view',
            component: {entry: ENTRY, export: 'card0'},
            columns: 12,
            rows: 4,
            order: -20,
            deferred: true,
          },
        ],
      },
      permissions: ['view:costs'],
      events: {undeclared: true},
    },
    exports: [
      {export: 'route0', kind: 'route', key: '/cost-view'},
      {export: 'route1', kind: 'route', key: '/cost-view/:project'},
      {export: 'card0', kind: 'card', key: 'monthlyTotal'},
    ],
  });
});

test('the base is what the paths share, else the id', () => {
  const bases = [['/tools/a', '/tools/a/b'], ['/tools/a/:id', '/tools/b'], ['/a', '/b'], ['/'], ['costs/']].map(
    (paths) => partsOf({routes: paths.map((path) => ({path}))}).manifest.routes,
  );
  assert.deepEqual(
    bases.map((routes) => [routes?.base, ...(routes?.definitions ?? []).map(({path}) => path)]),
    [
      ['/tools/a', '/', '/b'],
      ['/tools', '/a/:id', '/b'],
      ['/cost-view', '/a', '/b'],
      ['/cost-view', '/'],
      ['/costs', '/'],
    ],
  );
});

test('the rest of a path and a last part that may be left out are understood', () => {
  const {manifest} = partsOf({routes: [{path: '/cost-view/files/*'}, {path: '/cost-view/item/:id?'}]});
  assert.deepEqual(
    manifest.routes?.definitions.map(({path, component}) => [path, component]),
    [
      ['/files/:rest(.*)', {entry: ENTRY, export: 'route0'}],
      ['/item', {entry: ENTRY, export: 'route1'}],
      ['/item/:id', {entry: ENTRY, export: 'route1'}],
    ],
  );
});

test('one path in each perspective has a key of its own', () => {
  const {exports} = partsOf({
    routes: [
      {path: '/cost-view', perspective: 'development'},
      {path: '/cost-view', perspective: 'platform-engineering'},
    ],
  });
  assert.deepEqual(
    exports.map(({key}) => key),
    ['/cost-view@development', '/cost-view@platform-engineering'],
  );
});

test('navigation of its own stands beside that of its routes, and in its place where both lead to one page', () => {
  const {manifest} = partsOf({
    routes: [
      {path: '/cost-view', label: 'Costs'},
      {path: '/cost-view/plan', label: 'Plan'},
    ],
    navigation: {title: 'All costs', icon: 'Coins', href: '/cost-view', position: 'left', order: 7},
  });
  assert.deepEqual(manifest.navigation, [
    {id: 'item-0', label: 'All costs', icon: 'Coins', path: '/cost-view', order: 7},
    {id: 'route-1', label: 'Plan', path: '/cost-view/plan', order: 200},
  ]);
});

test('spans of older cards are of four columns, or of twelve', () => {
  const spans = [1, 2, 3, 4, 6, 8, 12, 'col-span-2', {cols: 3, rows: 2}, 'wide'];
  const {manifest} = partsOf({dashboard: {cards: spans.map((gridSpan, index) => ({id: `c${index}`, gridSpan}))}});
  assert.deepEqual(
    manifest.contributes?.['dashboard.cards']?.map(({columns, rows}) => [columns, rows]),
    [
      [3, 3], [6, 3], [8, 3], [12, 3], [6, 3], [8, 3], [12, 3], [6, 3], [8, 2], [6, 3],
    ], // prettier-ignore
  );
});

test('settings are declared by a list, by descriptions or by first values', () => {
  const expected = [
    {key: 'refresh-interval', type: 'number', label: 'Refresh interval', default: 30},
    {key: 'unit', type: 'select', label: 'Unit', default: '€', options: [{value: '€', label: '€'}]},
  ];
  const unit = {type: 'select', default: '€', options: ['€']};
  assert.deepEqual(partsOf({settings: {refreshInterval: 30, unit}}).manifest.settings, expected);
  assert.deepEqual(
    partsOf({
      settings: [
        {key: 'refreshInterval', defaultValue: 30},
        {id: 'unit', ...unit},
      ],
    }).manifest.settings,
    expected,
  );
});

test('of its dependencies those are modules that the global does not hand out', () => {
  assert.deepEqual(partsOf({dependencies: ['react', '@tanstack/react-query', 'analytics']}).manifest.dependencies, {
    modules: {analytics: '*'},
  });
  assert.deepEqual(partsOf({dependencies: {react: '^18.0.0', analytics: '^1.0.0'}}).manifest.dependencies, {
    modules: {analytics: '^1.0.0'},
  });
  assert.equal(partsOf({dependencies: ['react']}).manifest.dependencies, undefined);
});

test('what would make no manifest is refused with every fault, in the words of the registration', () => {
  const faults = read({
    routes: [{path: '/api/costs'}, {path: '/api/costs/:id?'}, {path: '/api/costs/'}],
    permissions: ['everything'],
  });
  assert.deepEqual('manifest' in faults ? [] : faults.map(({path, found}) => [path, found]).sort(), [
    ['permissions.0', '"everything"'],
    ['routes', "'api', which is reserved for the portal"],
    ['routes.1.path', "'/', which routes.0 has already"],
    ['routes.2.path', "'/', which routes.0 has already"],
  ]);
});
