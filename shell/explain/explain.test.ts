import {
  PortalError,
  type ExplainedModule,
  type ModuleCheck,
  type ModuleHead,
  type ModuleManifest,
  type Permissions,
  type Perspective,
  type Scope,
} from '@openchoreo/portal-contract';
import {expect} from '@open-wc/testing';
import de from '../messages/de.json' with {type: 'json'};
import en from '../messages/en.json' with {type: 'json'};
import type {ModuleRecord} from '../registry/module-record.ts';
import {ALPHA, BETA} from '../testing/manifests.ts';
import {startPortal, toHead, type PortalUnderTest} from '../testing/start-portal.ts';
import {explainParts, type ExplainContext} from './explain-parts.ts';
import {findExplained} from './find-explained.ts';
import {startConsole} from './start-console.ts';

const MANIFEST: ModuleManifest = {
  id: 'shop',
  name: 'Shop',
  version: '1.0.0',
  apiVersion: 1,
  routes: {
    base: '/shop',
    definitions: [
      {path: '/', redirect: '/carts'},
      {
        path: '/carts',
        component: {tag: 'shop-carts'},
        title: 'Carts',
        permissions: ['cart:view'],
        children: [{path: '/:cart', component: {tag: 'shop-cart'}, title: 'Cart', perspective: 'platform-engineering'}],
      },
    ],
  },
  navigation: [{id: 'carts', label: 'Carts', path: '/shop/carts'}],
  contributes: {
    'dashboard.cards': [{id: 'total', title: 'Total'}],
    'portal.commands': [{id: 'buy', title: 'Buy', permissions: ['cart:create', 'order:create']}],
    'gone.things': [{id: 'thing'}],
  },
};

const passed = (check: ModuleCheck['check']): ModuleCheck => ({check, passed: true, detail: ''});
const ENTRY: ExplainedModule = {
  id: 'shop',
  name: 'Shop',
  manifest: MANIFEST,
  checks: (['source', 'manifest', 'compatibility', 'enabled', 'dependency', 'permission'] as const).map(passed),
};

const holding = (has: (action: string) => boolean): Pick<Permissions, 'has' | 'can'> => ({
  has,
  can: (action) => Promise.resolve(has(action)),
});

const toRecord = (head: ModuleHead): ModuleRecord => ({status: 'registered', head, since: 0});

const toTexts = (texts: Readonly<Record<string, string>>): ExplainContext['messages'] => ({
  text: (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, String(value)), texts[key] ?? key),
  error: (error) => (error as Error).message,
});

function context(change: Partial<ExplainContext> & {perspective?: () => Perspective} = {}): ExplainContext {
  return {
    explainModule: () => (['enabled', 'perspective', 'permission', 'load'] as const).map(passed),
    records: () => [],
    perspective: () => 'development',
    selection: () => ({namespace: 'acme', project: 'shop'}),
    permissions: holding(() => true),
    failure: () => undefined,
    messages: toTexts(en),
    manifest: () => Promise.reject(new Error('none')),
    definition: () => Promise.resolve(undefined),
    ...change,
  };
}

/** The module, with a command of which the permissions are asked in a project. */
const SCOPED: ExplainedModule = {
  ...ENTRY,
  manifest: {
    ...MANIFEST,
    permissions: ['shop:use'],
    contributes: {
      'portal.commands': [
        ...(MANIFEST.contributes?.['portal.commands'] ?? []),
        {id: 'drop', title: 'Drop', permissions: ['cart:drop'], scope: 'project'},
      ],
    },
  },
};

/** What is said of the permissions of each command. */
async function permissionDetails(entry: ExplainedModule, asked: ExplainContext): Promise<readonly string[]> {
  const commands = (await explainParts(entry, asked)).filter(({point}) => point === 'portal.commands');
  return commands.map(({checks}) => checks.find(({check}) => check === 'permission')?.detail ?? '');
}

/** `key outcome check`, the check being the one that decides. */
async function summary(entry: ExplainedModule, change: Partial<ExplainContext> = {}): Promise<readonly string[]> {
  const all = await explainParts(entry, context(change));
  return all.map(({key, outcome, checks}) =>
    [key, outcome, checks.find((check) => !check.passed)?.check ?? ''].join(' ').trim(),
  );
}

const ALL = [
  'shop',
  '/shop',
  '/shop/carts',
  '/shop/carts/:cart',
  'shop/navigation/carts',
  'shop/dashboard.cards/total',
  'shop/portal.commands/buy',
  'shop/gone.things/thing',
];

describe('explanations', () => {
  it('ask in the portal’s order, whoever answered', async () => {
    const [module] = await explainParts(ENTRY, context());
    expect(module?.checks.map(({check}) => check)).to.deep.equal([
      'source',
      'manifest',
      'compatibility',
      'enabled',
      'dependency',
      'perspective',
      'permission',
      'load',
    ]);
  });

  it('tell of each part which question decides', async () => {
    expect(await summary(ENTRY, {permissions: holding((action) => action === 'cart:view')})).to.deep.equal([
      'shop shown',
      '/shop shown',
      '/shop/carts shown',
      '/shop/carts/:cart hidden perspective',
      'shop/navigation/carts shown',
      'shop/dashboard.cards/total shown',
      'shop/portal.commands/buy blocked permission',
      'shop/gone.things/thing shown',
    ]);
  });

  for (const [language, texts, anywhere, inShop, held] of [
    [
      'English',
      en,
      'It needs cart:create, order:create, which you do not hold in any scope.',
      'It needs cart:drop, which you do not hold in acme / shop (test).',
      'You hold shop:use, cart:drop in acme / shop (test).',
    ],
    [
      'German',
      de,
      'Es braucht cart:create, order:create; diese Berechtigung haben Sie in keinem Geltungsbereich.',
      'Es braucht cart:drop; diese Berechtigung haben Sie in acme / shop (test) nicht.',
      'Sie haben shop:use, cart:drop in acme / shop (test).',
    ],
  ] as const) {
    // prettier-ignore
    it(`name the missing action and the scope it was asked in, in ${language}`, async () => {
      const tell = (permissions: ExplainContext['permissions'], selection: Scope): Promise<readonly string[]> =>
        permissionDetails(SCOPED, context({permissions, selection: () => selection, messages: toTexts(texts)}));
      const test: Scope = {namespace: 'acme', project: 'shop', environment: 'test'};
      const here: unknown[] = [];
      const elsewhere = {
        has: (action: string) => action !== 'cart:create' && action !== 'order:create',
        can: (action: string, scope?: Scope) => (here.push(scope), Promise.resolve(action === 'shop:use')),
      };
      expect(await tell(elsewhere, test)).to.deep.equal([anywhere, inShop]);
      expect(here).to.deep.equal([test, test]);
      expect((await tell(holding(() => true), test))[1]).to.equal(held);
    });
  }

  it('ask in any scope while what a command needs is not selected, and count a failure to ask as no', async () => {
    const permissions = {has: () => true, can: () => Promise.reject(new Error('down'))};
    const tell = async (selection: Scope): Promise<string | undefined> =>
      (await permissionDetails(SCOPED, context({permissions, selection: () => selection})))[1];
    expect(await tell({namespace: 'acme'})).to.equal('You hold shop:use, cart:drop in some scope.');
    expect(await tell({namespace: 'acme', project: 'shop'})).to.equal(
      'It needs shop:use, cart:drop, which you do not hold in acme / shop.',
    );
  });

  for (const [check, outcome] of [
    ['source', 'blocked'],
    ['manifest', 'broken'],
    ['compatibility', 'blocked'],
    ['enabled', 'blocked'],
    ['dependency', 'blocked'],
    ['permission', 'blocked'],
  ] as const) {
    it(`find all of a module ${outcome} when the gateway says no to ${check}`, async () => {
      const checks = ENTRY.checks.map((one) => (one.check === check ? {...one, passed: false} : one));
      const perspective = (): Perspective => 'platform-engineering';
      expect(await summary({...ENTRY, checks}, {perspective})).to.deep.equal(
        ALL.map((key) => `${key} ${outcome} ${check}`),
      );
    });
  }

  it('find all of a module broken that failed in this tab, and one part that failed alone', async () => {
    const failed = {check: 'load', passed: false, detail: 'no'} as const;
    expect((await summary(ENTRY, {explainModule: () => [failed]}))[1]).to.equal('/shop broken load');
    const error = new PortalError('RENDER_FAILED', ['Total']);
    const part = await summary(ENTRY, {failure: (key) => (key.endsWith('/total') ? error : undefined)});
    expect(part.filter((line) => line.includes('broken'))).to.deep.equal(['shop/dashboard.cards/total broken load']);
  });

  it('tell of contributions that do not fit or wait for their point', async () => {
    const faults = [{path: 'title', found: 'nothing', expected: 'string'}];
    const contributions = {refused: [{point: 'dashboard.cards', id: 'bad', faults}], waiting: ['gone.things']};
    const all = await summary({...ENTRY, contributions});
    expect(all.slice(-2)).to.deep.equal([
      'shop/dashboard.cards/bad broken manifest',
      'shop/gone.things/thing blocked dependency',
    ]);
  });

  it('carry the stable code of the error that broke something', async () => {
    const contributions = {refused: [{point: 'dashboard.cards', id: 'bad', faults: []}]};
    const error = new PortalError('RENDER_FAILED', ['Total']);
    const loading: ModuleCheck = {check: 'load', passed: false, detail: 'no', code: 'MODULE_LOAD_FAILED'};
    const codes = async (entry: ExplainedModule, change: Partial<ExplainContext>): Promise<readonly unknown[]> =>
      (await explainParts(entry, context(change))).map(({checks}) => checks.find(({passed}) => !passed)?.code);
    expect(
      (await codes({...ENTRY, contributions}, {failure: (key) => (key.endsWith('/total') ? error : undefined)})).filter(
        Boolean,
      ),
    ).to.deep.equal(['RENDER_FAILED', 'CONTRIBUTION_INVALID']);
    expect((await codes(ENTRY, {explainModule: () => [loading]})).slice(0, 2)).to.deep.equal([
      loading.code,
      loading.code,
    ]);
  });

  it('tell of everything a module can add, each found by its name', async () => {
    const points = ['dashboard.cards', 'portal.commands', 'components.tabs', 'portal.search', 'portal.settings', 'portal.status']; // prettier-ignore
    const contributes = Object.fromEntries(points.map((point) => [point, [{id: 'one', title: 'One'}]]));
    const manifest: ModuleManifest = {
      ...MANIFEST,
      contributes,
      elements: [{tag: 'shop-basket', component: {tag: 'shop-basket'}}],
      events: {publish: {'shop:paid': {}}, subscribe: []},
      extensionPoints: [{id: 'shop.payments', schema: {}}],
    };
    const names = [
      ...['shop', '/shop/carts/7', 'shop/navigation/carts', 'shop.one', 'shop-basket', 'shop:paid', 'shop.payments'],
      ...points.map((point) => `shop/${point}/one`),
    ];
    const tell = async (disabled: boolean): Promise<readonly unknown[]> => {
      const checks = ENTRY.checks.map((one) => (one.check === 'enabled' ? {...one, passed: !disabled} : one));
      const all = await explainParts({...ENTRY, manifest, checks}, context());
      return names.map((name) => {
        const {found} = findExplained(name, all);
        return found && `${found.kind} ${found.point ?? ''} ${found.outcome}`.replace('  ', ' ');
      });
    };
    const kinds = ['module', 'page', 'navigation', 'contribution portal.commands', 'element', 'event', 'point', ...points.map((point) => `contribution ${point}`)]; // prettier-ignore
    const shown = kinds.map((kind) => (kind === 'page' ? 'page hidden' : `${kind} shown`));
    expect(await tell(false)).to.deep.equal(shown);
    expect(await tell(true)).to.deep.equal(kinds.map((kind) => `${kind} blocked`));
  });

  it('tell of each event the module hears whether somebody publishes it, and whether it activates the module', async () => {
    const subscribe = ['portal:module-failed', 'mall:opened', 'mall:closed', 'gone:away', 'bad:luck'];
    const manifest: ModuleManifest = {
      ...MANIFEST,
      events: {subscribe},
      activation: ['onStartup', 'onEvent:mall:opened'],
    };
    const mall: ModuleManifest = {...MANIFEST, id: 'mall', events: {publish: {'mall:opened': {}}}};
    const bad: ModuleRecord = {head: toHead({...MANIFEST, id: 'bad'}), since: 0, status: 'failed', error: new PortalError('MODULE_LOAD_FAILED', ['bad'])}; // prettier-ignore
    const all = await explainParts(
      {...ENTRY, manifest},
      context({records: () => [toRecord(toHead(mall)), bad], manifest: () => Promise.resolve(mall)}),
    );
    const told = all.filter(({kind}) => kind === 'subscription');
    const detail = ({checks}: (typeof all)[number], wanted: string): unknown =>
      checks.find(({check}) => check === wanted)?.detail;
    expect(told.map((one) => [one.key, one.outcome, detail(one, 'dependency')])).to.deep.equal([
      ['shop/events/portal:module-failed', 'shown', 'The portal itself publishes it.'],
      ['shop/events/mall:opened', 'shown', 'mall publishes it. It is known; its code has not been needed yet.'],
      ['shop/events/mall:closed', 'blocked', 'mall publishes no such event.'],
      ['shop/events/gone:away', 'blocked', 'Nobody publishes it: the module gone is not part of your session.'],
      ['shop/events/bad:luck', 'blocked', `bad, which publishes it, failed. ${bad.error.message}`],
    ]);
    expect(told.slice(1, 3).map((one) => detail(one, 'load'))).to.deep.equal([
      'The event activates the module.',
      'It is heard while the module is active; it does not activate it.',
    ]);
    expect(findExplained('gone:away', all).found?.key).to.equal('shop/events/gone:away');
  });

  it('tell of each field of a store who may read it and whether it is kept, and why none could be opened', async () => {
    const schema = {'~standard': {version: 1, vendor: 'test', validate: (value: unknown) => ({value})}};
    const manifest: ModuleManifest = {...MANIFEST, main: {entry: './main.js', export: 'default'}};
    const reader: ModuleManifest = {...MANIFEST, id: 'mall', dependencies: {optional: {shop: '*'}}};
    const tell = async (definition: unknown): Promise<readonly unknown[]> => {
      const records = (): readonly ModuleRecord[] => [manifest, reader].map((one) => toRecord(toHead(one)));
      const find = ({id}: ModuleHead): Promise<ModuleManifest> => Promise.resolve(id === 'mall' ? reader : manifest);
      const all = await explainParts(
        {...ENTRY, manifest},
        context({records, manifest: find, definition: () => Promise.resolve(definition)}),
      );
      const stores = all.filter(({kind}) => kind === 'store');
      return stores.map(({key, outcome, checks}) => {
        const {detail, code} = checks.find(({check}) => check === 'load') ?? {};
        return [key, outcome, code ?? detail];
      });
    };
    const cart = {schema, initial: [], persist: 'user'};
    expect(await tell({stores: {cart, open: {schema, initial: false}}})).to.deep.equal([
      [
        'shop/store/cart',
        'shown',
        'It is kept for the person, the same in all their tabs. It may be read by shop, mall.',
      ],
      ['shop/store/open', 'shown', 'It is not kept: it is gone with the tab. It may be read by shop, mall.'],
    ]);
    expect(await tell({stores: {cart: {initial: 1}}})).to.deep.equal([['shop/store', 'broken', 'ACTIVATION_FAILED']]);
    expect(await tell({hooks: {}})).to.deep.equal([]);
  });

  it('find a command broken that claims keys another has, or nobody can have', async () => {
    const shortcuts = [{command: 'buy', keys: 'N'}, {command: 'drop', keys: 'Mod+C'}]; // prettier-ignore
    const records = [
      toRecord({...toHead({...MANIFEST, id: 'mall'}), shortcuts: [{command: 'new', keys: 'N'}]}),
      toRecord({...toHead(MANIFEST), shortcuts}),
    ];
    const all = await explainParts(SCOPED, context({records: () => records}));
    const commands = all.filter(({point}) => point === 'portal.commands');
    expect(commands.map(({key, outcome, checks}) => [key, outcome, checks.find((one) => !one.passed)])).to.deep.equal([
      ['shop/portal.commands/buy', 'broken', {check: 'manifest', passed: false, code: 'SHORTCUT_TAKEN', detail: "The shortcut 'N' of the command 'shop.buy' belongs to 'mall.new' already."}],
      ['shop/portal.commands/drop', 'broken', {check: 'manifest', passed: false, code: 'SHORTCUT_INVALID', detail: "The shortcut 'Mod+C' of the command 'shop.drop' cannot be used: browsers, systems or the portal use it for something else."}],
    ]); // prettier-ignore
    const first = await explainParts({...SCOPED, id: 'mall', manifest: {...MANIFEST, id: 'mall'}}, context({records: () => records})); // prettier-ignore
    expect(first.filter(({outcome}) => outcome === 'broken')).to.deep.equal([]);
  });

  it('are found by id, key, path, pattern and a command’s id; else what is near', async () => {
    const all = await explainParts(ENTRY, context());
    const find = (query: string): string | readonly string[] | undefined => {
      const {found, near} = findExplained(query, all);
      return found?.key ?? near;
    };
    expect(
      ['shop', ' shop ', '/shop/', '/shop/carts/7?tab=a', 'shop/portal.commands/buy', 'buy', 'shop.buy', 'total'].map(find),
    ).to.deep.equal(['shop', 'shop', '/shop', '/shop/carts/:cart', 'shop/portal.commands/buy', 'shop/portal.commands/buy', 'shop/portal.commands/buy', 'shop/dashboard.cards/total']); // prettier-ignore
    expect([(find('shpo') ?? [])[0], (find('/shop/cart') ?? [])[0]]).to.deep.equal(['shop', '/shop/carts']);
    expect(find('')).to.have.length(5);
  });
});

/** A gateway that does not show this person the portal's modules. */
const gateway = (request: Request): Response | undefined =>
  request.url.endsWith('/api/portal/modules')
    ? Response.json(
        {code: 'PERMISSION_DENIED', values: ['portalmodule:view'], status: 403},
        {status: 403, headers: {'content-type': 'application/problem+json'}},
      )
    : undefined;

describe('console', () => {
  let test: PortalUnderTest;
  const info = console.info;
  let written: string[] = [];

  beforeEach(() => {
    written = [];
    console.info = (line: string) => void written.push(line);
  });
  afterEach(() => {
    console.info = info;
    test.stop();
  });

  it('explains from what the tab knows to whoever may not see the portal’s modules', async () => {
    test = startPortal({path: '/', modules: [ALPHA, BETA], gateway});
    await test.page('shown');
    startConsole(test.portal.explainSources);
    const ops = await window.portal?.explain('/alpha/ops');
    const nothing = await window.portal?.explain('alhpa');
    await window.portal?.explain('/alpha/secret');
    expect([ops?.outcome, nothing]).to.deep.equal(['hidden', undefined]);
    expect([written[0]?.split('\n')[0], written[1]?.includes('Near it: alpha')]).to.deep.equal([
      'page /alpha/ops («/alpha/ops») is hidden',
      true,
    ]);
    expect(written[2]).to.contain('✗ permission: It needs secret:view, which you do not hold in any scope.');
    expect(Object.keys(window.portal ?? {})).to.deep.equal(['explain']);
  });

  it('explains a command by its full id, broken when another module has its keys', async () => {
    const command = {id: 'go', title: 'Go', path: '/'};
    const modules = [ALPHA, BETA].map((manifest) => ({...manifest, contributes: {'portal.commands': [command]}}));
    const heads = modules.map((manifest) => ({...toHead(manifest), shortcuts: [{command: 'go', keys: 'G B'}]}));
    test = startPortal({path: '/', modules, boot: {composition: {id: 'c1', modules: heads}}, gateway});
    await test.page('shown');
    startConsole(test.portal.explainSources);
    const outcomes = [];
    for (const id of ['alpha.go', 'beta.go']) outcomes.push((await window.portal?.explain(id))?.outcome);
    expect(outcomes).to.deep.equal(['shown', 'broken']);
    expect(written[1]).to.contain(
      "✗ manifest: The shortcut 'G B' of the command 'beta.go' belongs to 'alpha.go' already. (SHORTCUT_TAKEN)",
    );
  });
});
