import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {Ajv2020} from 'ajv/dist/2020.js';
import {manifestJsonSchema} from './manifest-json-schema.ts';
import {findUnknownFields, manifestSchema, parseManifest} from './manifest.ts';

const SMALL = {id: 'cost-insights', name: 'Cost insights', version: '1.2.0', apiVersion: 1} as const;

const WHOLE = {
  ...SMALL,
  description: 'What things cost',
  author: 'Platform team',
  license: 'Apache-2.0',
  tags: ['cost'],
  type: 'feature',
  category: 'finance',
  perspective: 'both',
  engines: {portal: '^0.1.0'},
  dependencies: {modules: {dashboard: '^1.0.0'}, optional: {components: '>=1.0.0 <3.0.0'}},
  shared: {lit: '^3.0.0'},
  permissions: ['finops:view'],
  capabilities: [{name: 'network', reason: 'Prices come from there', values: ['prices.example']}],
  elements: [
    {tag: 'cost-insights-total', component: {entry: './total.js', export: 'Total'}, attributes: [{name: 'project'}]},
  ],
  routes: {
    base: '/cost',
    perspective: 'platform-engineering',
    definitions: [
      {
        path: '/',
        component: {entry: './page.js', export: 'Page'},
        title: '%title%',
        data: [{kind: 'projects'}, {kind: 'components', name: ':component'}],
        children: [
          {path: '/:id', component: {tag: 'cost-insights-detail'}, layout: 'full', permissions: ['finops:view']},
        ],
      },
      {path: '/old', redirect: '/cost'},
    ],
  },
  navigation: [
    {
      id: 'cost',
      label: '%nav%',
      icon: 'coins',
      path: '/cost',
      position: 'main',
      order: 5,
      children: [{id: 'sub', label: 'Sub'}],
    },
  ],
  contributes: {
    'dashboard.cards': [{id: 'total', title: 'Total', component: {entry: './card.js', export: 'Card'}, columns: 4}],
  },
  extensionPoints: [{id: 'cost-insights.charts', schema: {type: 'object'}}],
  events: {publish: {'cost-insights:changed': {type: 'object'}}, subscribe: ['portal:module-activated']},
  settings: [
    {key: 'currency', type: 'select', label: 'Currency', default: 'EUR', options: [{value: 'EUR', label: 'Euro'}]},
  ],
  activation: ['onStartup', 'onEvent:analytics:data-updated'],
  features: {forecast: false},
  metadata: {owner: 'finance'},
  main: {entry: './index.js', export: 'default'},
  messages: {en: './messages.en.json'},
} as const;

test('a manifest with every field is accepted unchanged', () => {
  assert.deepEqual(parseManifest(WHOLE), {ok: true, value: WHOLE});
});

test('every fault is listed at once with its path, what was found and what is expected', () => {
  const parsed = parseManifest({
    id: 'Cost Insights',
    version: '1',
    apiVersion: 2,
    dependencies: {modules: {dashboard: 'newest'}},
    permissions: ['view'],
    routes: {base: 'cost', definitions: [{path: '/', component: {entry: './page.js'}, layout: 'wide'}]},
    navigation: 'none',
  });
  assert.deepEqual(parsed, {
    ok: false,
    error: [
      {path: 'id', found: '"Cost Insights"', expected: 'a kebab-case id'},
      {path: 'name', found: 'nothing', expected: 'string'},
      {path: 'version', found: '"1"', expected: 'a semantic version like 1.2.3'},
      {path: 'apiVersion', found: '2', expected: '1'},
      {path: 'dependencies.modules.dashboard', found: '"newest"', expected: 'a version range like ^1.2.0'},
      {path: 'permissions.0', found: '"view"', expected: "an action like 'component:create'"},
      {path: 'routes.base', found: '"cost"', expected: 'a path that starts with /'},
      {path: 'routes.definitions.0.component.export', found: 'nothing', expected: 'string'},
      {path: 'routes.definitions.0.layout', found: '"wide"', expected: '"default" or "full" or "minimal"'},
      {path: 'navigation', found: '"none"', expected: 'array'},
    ],
  });
});

test("the portal's own words are refused as id, base path and tag prefix", () => {
  const parsed = parseManifest({
    ...SMALL,
    id: 'portal',
    routes: {base: '/api/things', definitions: []},
    elements: [{tag: 'sl-thing', component: {tag: 'sl-thing'}}],
  });
  assert.deepEqual(!parsed.ok && parsed.error.map(({path, found}) => `${path} ${found}`), [
    "id 'portal', which is reserved for the portal",
    "routes.base 'api', which is reserved for the portal",
    "elements.0.tag 'sl', which is reserved for the portal",
  ]);
});

test("publishing another module's event, or one of the portal, is refused", () => {
  const publish = {[`${SMALL.id}:changed`]: {}, 'other:changed': {}, 'portal:module-failed': {}};
  const parsed = parseManifest({...SMALL, events: {publish}});
  assert.deepEqual(!parsed.ok && parsed.error.map(({path, expected}) => [path, expected]), [
    ['events.publish.other:changed', `an event of its own, ${SMALL.id}:<event>`],
    ['events.publish.portal:module-failed', `an event of its own, ${SMALL.id}:<event>`],
  ]);
});

test('a field of a later version is kept and can be named', () => {
  const parsed = parseManifest({...SMALL, quota: 3});
  assert.deepEqual(parsed.ok && [parsed.value['quota'], findUnknownFields(parsed.value)], [3, ['quota']]);
});

test('whatever is thrown at it, parsing answers and names at least one fault for what it refuses', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      const parsed = parseManifest(data);
      return parsed.ok || parsed.error.length > 0;
    }),
  );
});

test('breaking any one field of a whole manifest is seen at that field', () => {
  const fields = Object.keys(WHOLE).filter((field) => field !== 'metadata');
  fc.assert(
    fc.property(fc.constantFrom(...fields), (field) => {
      const parsed = parseManifest({...WHOLE, [field]: Symbol.iterator});
      return !parsed.ok && parsed.error.some((fault) => fault.path.split('.')[0] === field);
    }),
  );
});

test('the JSON Schema agrees with the parser on what is right and wrong', () => {
  const validate = new Ajv2020({strict: false}).compile(manifestJsonSchema());
  const wrong = [
    {...SMALL, id: 3},
    {...SMALL, version: 1},
    {...WHOLE, navigation: {}},
    {...WHOLE, apiVersion: 9},
  ];
  assert.deepEqual(
    [WHOLE, SMALL, ...wrong].map((manifest) => [validate(manifest), manifestSchema.safeParse(manifest).success]),
    [[true, true], [true, true], ...wrong.map(() => [false, false])],
  );
});
