import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
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
    elements: [{tag: 'portal-thing', component: {tag: 'portal-thing'}}],
  });
  assert.deepEqual(!parsed.ok && parsed.error.map(({path, found}) => `${path} ${found}`), [
    "id 'portal', which is reserved for the portal",
    "routes.base 'api', which is reserved for the portal",
    "elements.0.tag 'portal', which is reserved for the portal",
  ]);
});

test("publishing another module's event, or one of the portal, is refused", () => {
  const publish = {[`${SMALL.id}:changed`]: {}, 'other:changed': {}, 'portal:module-failed': {}};
  const parsed = parseManifest({...SMALL, events: {publish}});
  assert.deepEqual(!parsed.ok && parsed.error.map(({path, expected}) => [path, expected]), [
    ['events.publish.other:changed', `'${SMALL.id}:…'`],
    ['events.publish.portal:module-failed', `'${SMALL.id}:…'`],
  ]);
});

test('what contradicts itself is listed beside what is malformed', () => {
  const parsed = parseManifest({
    ...SMALL,
    name: '',
    homepage: 'javascript:alert(1)',
    dependencies: {modules: {dashboard: '^1.0.0'}, optional: {dashboard: '^1.0.0'}},
    elements: [{tag: 'total-cost', component: {tag: 'total-cost'}}],
    routes: {
      base: '/cost',
      definitions: [
        {path: '/', redirect: '/costs', component: {tag: 'cost-insights-page'}},
        {path: '/', children: [{path: '/empty'}]},
      ],
    },
    navigation: [{id: 'cost', label: 'Cost', children: [{id: 'cost', label: 'Again'}]}],
    extensionPoints: [{id: 'dashboard.charts', schema: {}}],
    events: {publish: {'analytics:changed': {}}},
    settings: [
      {key: 'currency', type: 'select', label: 'Currency'},
      {key: 'currency', type: 'number', label: 'Currency', default: 'much'},
      {key: 'shown', type: 'multiselect', label: 'Shown', options: [{value: 'a', label: 'A'}], default: ['b']},
    ],
  });
  assert.deepEqual(!parsed.ok && parsed.error.map(({path, found, expected}) => `${path}: ${found}, not ${expected}`), [
    'name: "", not at least 1 characters or items',
    'homepage: "javascript:alert(1)", not an address that starts with https://',
    "events.publish.analytics:changed: 'analytics:changed', not 'cost-insights:…'",
    "extensionPoints.0.id: 'dashboard.charts', not 'cost-insights.…'",
    "elements.0.tag: 'total-cost', not 'cost-insights-…'",
    "navigation: 'cost' twice, not each name once",
    "settings: 'currency' twice, not each name once",
    'settings.0.options: nothing, not at least one option',
    'settings.1.default: "much", not a number',
    'settings.2.default: a list of 1, not a list of "a", each once',
    'dependencies.optional.dashboard: required, too, not one of the two',
    "routes.definitions.0: '/' with both, not a component or a redirect",
    "routes.definitions.1.children.0: '/empty' with nothing to show, not a component, a redirect or children",
    "routes.definitions.0.redirect: / → /costs, not a way to a page of the module's own",
  ]);
});

test('one path may have a route in each perspective', () => {
  const route = {path: '/', component: {tag: 'cost-insights-page'}};
  const other = {...route, perspective: 'platform-engineering'};
  const parse = (...definitions: readonly object[]): boolean =>
    parseManifest({...SMALL, routes: {base: '/cost', definitions}}).ok;
  assert.deepEqual([parse({...route, perspective: 'development'}, other), parse(route, other)], [true, false]);
});

test('fields of a later version are kept at every depth and named for the author', () => {
  const later = {
    ...WHOLE,
    quota: 3,
    routes: {...WHOLE.routes, definitions: [{...WHOLE.routes.definitions[0], tilte: 'Costs'}]},
    navigation: [{...WHOLE.navigation[0], colour: 'red'}],
  };
  const parsed = parseManifest(later);
  assert.deepEqual(parsed, {ok: true, value: later});
  assert.deepEqual(parsed.ok && findUnknownFields(parsed.value), [
    'routes.definitions.0.tilte',
    'navigation.0.colour',
    'quota',
  ]);
});

test('free data, features, schemas and what contributions say to their point are nobody’s unknown fields', () => {
  const parsed = parseManifest(WHOLE);
  assert.deepEqual(parsed.ok && findUnknownFields(parsed.value), []);
});

/** A whole manifest in which some fields are gone, broken, or a later version's. */
const manifests = fc
  .tuple(
    fc.subarray(Object.keys(WHOLE)),
    fc.dictionary(fc.constantFrom(...Object.keys(WHOLE), 'later'), fc.jsonValue(), {maxKeys: 2}),
  )
  .map(([kept, others]) => ({
    ...SMALL,
    ...Object.fromEntries(Object.entries(WHOLE).filter(([field]) => kept.includes(field))),
    ...others,
  }));

test('whatever is thrown at it, parsing answers and names at least one fault for what it refuses', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), manifests), (data) => {
      const parsed = parseManifest(data);
      return parsed.ok || parsed.error.length > 0;
    }),
  );
  assert.equal(parseManifest({...SMALL, metadata: {[Symbol('later')]: 1}}).ok, false);
});

test('a manifest cannot reach into the prototype', () => {
  const parsed = parseManifest(JSON.parse(`{"__proto__": {"polluted": 1}, ${JSON.stringify(SMALL).slice(1)}`));
  assert.deepEqual(parsed, {ok: true, value: SMALL});
});

test('what is accepted comes out as it went in, and again as JSON', () => {
  let accepted = 0;
  fc.assert(
    fc.property(manifests, (data) => {
      const parsed = parseManifest(data);
      if (!parsed.ok) return;
      accepted += 1;
      assert.deepEqual(parsed.value, data);
      assert.deepEqual(parseManifest(JSON.parse(JSON.stringify(parsed.value))), parsed);
    }),
    {numRuns: 300},
  );
  assert.ok(accepted > 30, `only ${accepted} were accepted`);
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

test('the JSON Schema that is published is that of the parser, with every field of the docs', async () => {
  const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');
  // When this fails: node scripts/write-manifest-schema.ts
  assert.deepEqual(JSON.parse(await read('./manifest.schema.json')), manifestJsonSchema());
  const documented = [...(await read('../docs/manifest.md')).matchAll(/^\| ((?:`[\w$]+`,? ?)+)/gm)].flatMap(
    ([, names]) => [...(names ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name),
  );
  assert.deepEqual(documented.sort(), Object.keys(manifestSchema.def.shape).sort());
});
