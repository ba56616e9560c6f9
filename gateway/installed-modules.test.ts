import assert from 'node:assert/strict';
import {rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Boot, Composition, ModuleHead, RegistryEntry} from '@openchoreo/portal-contract';
import {eq} from 'drizzle-orm';
import {auditRecords} from './database/index.ts';
import type {Browser} from './testing/browser.ts';
import {openEvents} from './testing/event-reader.ts';
import {startTestPortal, type TestPortal} from './testing/test-portal.ts';
import {manifest} from './testing/write-build.ts';
import {writeModule, writeModuleFile} from './testing/write-module.ts';

const CODE = `export class Page extends HTMLElement {}\n${'// A page.\n'.repeat(100)}`;
const page = {entry: './page.js', export: 'Page'};
const reports = (rest: Readonly<Record<string, unknown>> = {}) =>
  manifest('reports', {
    name: '%name%',
    messages: {en: 'messages/en.json', de: 'messages/de.json'},
    routes: {base: '/reports', definitions: [{path: '/', component: page}]},
    navigation: [{id: 'reports', label: '%name%', icon: 'chart-line', path: '/reports'}],
    ...rest,
  });
const FILES = {'page.js': CODE, 'messages/en.json': {name: 'Reports'}, 'messages/de.json': {name: 'Berichte'}};

describe('modules in the modules folder', () => {
  let portal: TestPortal;
  let folder: string;
  let admin: Browser;
  let developer: Browser;

  before(async () => {
    portal = await startTestPortal({
      modulePatience: 1000,
      modules: [
        {id: 'dashboard', manifest: manifest('dashboard', {routes: {base: '/', definitions: []}})},
        {id: 'plain', manifest: manifest('plain')},
      ],
    });
    folder = join(portal.dataDir, 'modules');
    [admin, developer] = [portal.browser(), portal.browser()];
    await admin.signIn('admin');
    await developer.signIn('developer');
  });
  after(() => portal.close());

  const entries = async (): Promise<readonly RegistryEntry[]> =>
    (await admin.request('/api/portal/modules')).json() as Promise<readonly RegistryEntry[]>;
  const headOf = async (id: string, query = ''): Promise<ModuleHead | undefined> => {
    const answer = await developer.request(`/api/portal/composition${query}`);
    return ((await answer.json()) as Composition).modules.find((head) => head.id === id);
  };
  const until = async <T>(ask: () => Promise<T | undefined | false>): Promise<T> => {
    for (let tries = 0; tries < 100; tries += 1) {
      const answer = await ask();
      if (answer) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('it did not come about within 5 s');
  };
  const refusalOf = (id: string): Promise<RegistryEntry> =>
    until(async () => (await entries()).find((entry) => entry.id === id && entry.status === 'refused'));
  const send = (browser: Browser, method: string, path: string, body?: unknown): Promise<Response> =>
    browser.request(path, {
      method,
      ...(body !== undefined && {body: JSON.stringify(body)}),
      headers: {'content-type': 'application/json', origin: portal.url},
    });

  it('come into the portal while it runs, are told of to open tabs, and are served as those of the build', async () => {
    const events = await openEvents(developer, ((await (await developer.request('/api/portal/composition')).json()) as Composition).id); // prettier-ignore
    await writeModule(folder, 'my-reports', {'manifest.json': reports(), ...FILES});
    const told = (await events.next('composition')) as {id: string};
    events.close();
    const head = await headOf('reports');
    assert.deepEqual(
      {name: head?.name, base: head?.base, manifest: head?.manifest, icon: Array.isArray(head?.navigation?.[0]?.icon)},
      {name: 'Reports', base: '/reports', manifest: '/m/reports/1.0.0/manifest.json?lang=en', icon: true},
    );
    assert.equal((await headOf('reports', '?lang=de'))?.name, 'Berichte');
    assert.ok(told.id);
    const code = await developer.request('/m/reports/1.0.0/page.js', {headers: {'accept-encoding': 'br'}});
    assert.deepEqual(
      [code.status, code.headers.get('content-type'), code.headers.get('content-encoding'), await code.text()],
      [200, 'text/javascript; charset=utf-8', 'br', CODE],
    );
    assert.equal((await portal.browser().request('/m/reports/1.0.0/page.js')).status, 401);
    const [entry] = (await entries()).filter(({id}) => id === 'reports');
    assert.deepEqual(
      {status: entry?.status, source: entry?.source, isInstalled: entry?.isInstalled, check: entry?.checks[0]?.detail},
      {
        status: 'enabled',
        source: 'my-reports',
        isInstalled: true,
        check: 'It was installed from the folder my-reports of the modules folder.',
      },
    );
  });

  it('are there again after a restart, without being read anew', async () => {
    await portal.restart();
    assert.equal((await headOf('reports'))?.version, '1.0.0');
  });

  it('are left out of a tab in safe mode, of its page as of what it asks for later', async () => {
    const text = await (await developer.request('/?safe-mode')).text();
    const boot = JSON.parse(/id="portal-boot">([^<]*)</.exec(text)?.[1] ?? '') as Boot;
    const ids = boot.composition.modules.map(({id}) => id);
    assert.deepEqual({safe: boot.safeMode, ids}, {safe: true, ids: ['dashboard', 'plain']});
    assert.deepEqual(boot.composition.withheld, [{name: 'Reports', base: '/reports', reason: 'disabled'}]);
    assert.equal(await headOf('reports', '?safe-mode'), undefined);
    assert.ok(await headOf('reports'));
  });

  it('never change within a version: other bytes are refused by name, and what ran goes on', async () => {
    await writeModuleFile(join(folder, 'my-reports'), 'page.js', `${CODE}// changed`);
    const refused = await refusalOf('reports');
    assert.equal(refused.problem?.code, 'MODULE_VERSION_TAKEN');
    assert.equal(await (await developer.request('/m/reports/1.0.0/page.js')).text(), CODE);
  });

  it('are updated by another version, of which earlier files stay for tabs that run them', async () => {
    await writeModuleFile(join(folder, 'my-reports'), 'manifest.json', reports({version: '1.1.0'}));
    await until(async () => (await headOf('reports'))?.version === '1.1.0');
    assert.deepEqual(
      await Promise.all(
        ['1.0.0', '1.1.0', '1.2.0'].map(
          async (version) => (await developer.request(`/m/reports/${version}/page.js`)).status,
        ),
      ),
      [200, 200, 404],
    );
    assert.equal((await entries()).filter(({id}) => id === 'reports').length, 1);
  });

  it('wait until they are whole, however slowly they are copied', async () => {
    const slow = join(folder, 'slow');
    await writeModuleFile(slow, 'manifest.json', manifest('slow', {main: page}));
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual((await entries()).filter(({id}) => id === 'slow'), []); // prettier-ignore
    await writeModuleFile(slow, 'page.js', CODE);
    await until(() => headOf('slow'));
  });

  it('are refused with every fault, and nothing else stops', async () => {
    await writeModule(folder, 'broken', {
      'manifest.json': manifest('portal', {routes: {base: '/api', definitions: [{path: '/', component: {entry: '../../x.js', export: 'X'}}]}}), // prettier-ignore
    });
    const broken = await refusalOf('portal');
    assert.equal(broken.problem?.code, 'MANIFEST_INVALID');
    assert.equal(broken.problem.faults?.length, 2, JSON.stringify(broken.problem));
    await writeModule(folder, 'files', {
      'manifest.json': manifest('files', {
        main: {entry: '../page.js', export: 'Page'},
        elements: [{tag: 'files-one', component: {entry: 'page.js', export: 'Missing'}}],
        files: {'page.js': 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='},
      }),
      'page.js': `import 'left-pad'; import './gone.js'; import 'https://evil.example/x.js'; ${CODE}`,
      'broken.js': 'this is not JavaScript',
    });
    const files = await refusalOf('files');
    assert.deepEqual(files.problem?.faults, [
      "main: found '../page.js', expected a file beside the manifest",
      "elements.0.component: found 'page.js', which exports Page, expected an export 'Missing'",
      'broken.js: found Unexpected token (1:5), expected JavaScript',
      "page.js: found imports 'left-pad', expected a library that the portal shares, or one built into the module",
      "page.js: found imports './gone.js', expected a file of the module",
      "page.js: found imports 'https://evil.example/x.js', expected a file of the module; the portal's pages load no code from elsewhere",
      'files.page.js: found other bytes, expected sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    ]);
    assert.equal((await headOf('reports'))?.version, '1.1.0');
  });

  it('take nothing from those of the build, nor from those that came before', async () => {
    await writeModule(folder, 'a-dashboard', {'manifest.json': manifest('dashboard', {version: '9.0.0'})});
    await writeModule(folder, 'a-thief', {'manifest.json': manifest('thief', {routes: {base: '/reports/mine', definitions: []}})}); // prettier-ignore
    assert.equal((await refusalOf('dashboard')).problem?.code, 'MODULE_DUPLICATE');
    assert.equal((await refusalOf('thief')).problem?.code, 'ROUTE_TAKEN');
    assert.deepEqual(
      [(await headOf('dashboard'))?.version, (await headOf('reports'))?.version, await headOf('thief')],
      ['1.0.0', '1.1.0', undefined],
    );
  });

  it('that are consumers of window.OpenChoreo have pages and cards from when an operator has run them', async () => {
    const registration = {
      id: 'old',
      name: 'Old reports',
      version: '1.0.0',
      routes: [{path: '/old', label: 'Old', icon: 'Activity', perspective: 'all'}],
      dashboard: {cards: [{id: 'total', size: 'small'}]},
    };
    const record = (browser: Browser, body: unknown): Promise<Response> =>
      send(browser, 'PUT', '/api/portal/modules/old/registration', body);
    const bundle = 'const {React} = window.OpenChoreo; window.OpenChoreo.registerModule({id: "old"});';
    await writeModule(folder, 'old', {
      'manifest.json': {id: 'old', name: 'Old', version: '1.0.0', entryPoint: 'old.js'},
      'old.js': bundle,
    });
    const before = await until(() => headOf('old'));
    assert.deepEqual([before.base, before.activation, before.revision], [undefined, ['onStartup'], undefined]);
    assert.deepEqual(
      [
        (await record(developer, registration)).status,
        (await record(admin, {...registration, id: 'reports'})).status,
        (await record(admin, {...registration, routes: [{path: '/api/x'}]})).status,
        (await send(admin, 'PUT', '/api/portal/modules/plain/registration', {...registration, id: 'plain'})).status,
      ],
      [403, 400, 400, 404],
    );
    const events = await openEvents(developer, ((await (await developer.request('/api/portal/composition')).json()) as Composition).id); // prettier-ignore
    assert.equal((await record(admin, registration)).status, 204);
    await events.next('composition');
    events.close();
    const after = await headOf('old');
    assert.deepEqual(
      [after?.name, after?.base, after?.contributes, after?.navigation?.map(({label, path}) => [label, path])],
      ['Old reports', '/old', ['dashboard.cards'], [['Old', '/old']]],
    );
    assert.deepEqual([after?.activation, after?.version, typeof after?.revision], [undefined, '1.0.0', 'string']);
    const answer = await developer.request(after?.manifest ?? '');
    const entry = ((await answer.json()) as {routes: {definitions: {component: {entry: string}}[]}}).routes.definitions[0]?.component.entry; // prettier-ignore
    const code = await developer.request(`/m/old/1.0.0/${entry}`);
    assert.equal(
      await code.text(),
      'import {consumer} from \'./consumer.js\';\nexport const route0 = consumer.route("/old");\nexport const card0 = consumer.card("total");\n',
    );
    assert.equal(code.headers.get('cache-control'), 'private, max-age=31536000, immutable');
    assert.equal((await record(admin, registration)).status, 204);
    const audited = await portal.database
      .select()
      .from(auditRecords)
      .where(eq(auditRecords.action, 'module.registration'));
    assert.deepEqual(audited.map(({userName, status}) => [userName, status]), [['Dana Devlin', 403], ['Ada Okafor', 204]]); // prettier-ignore
    const style = await (await developer.request('/m/old/1.0.0/consumer.css')).text();
    assert.match(style, /\[data-openchoreo-consumer='old'\]/);
  });

  it('with links in them, or that are links, are refused', async () => {
    await writeFile(join(portal.dataDir, 'secret.js'), 'export const secret = 1;');
    await writeModule(folder, 'linked', {'manifest.json': manifest('linked', {main: {entry: 'secret.js', export: 'secret'}})}); // prettier-ignore
    await symlink(join(portal.dataDir, 'secret.js'), join(folder, 'linked', 'secret.js'));
    await symlink(join(folder, 'my-reports'), join(folder, 'alias'));
    const linked = await refusalOf('linked');
    assert.match(linked.problem?.detail ?? '', /secret\.js: found a link/);
    assert.equal((await refusalOf('alias')).problem?.code, 'MODULE_SOURCE_UNREADABLE');
  });

  it('are removed by those who may, and not with the build', async () => {
    const remove = (browser: Browser, id: string) => send(browser, 'DELETE', `/api/portal/modules/${id}`);
    assert.equal((await remove(developer, 'reports')).status, 403);
    assert.deepEqual([(await remove(admin, 'plain')).status, (await remove(admin, 'nothing')).status], [409, 404]);
    assert.equal((await remove(admin, 'reports')).status, 204);
    assert.equal(await headOf('reports'), undefined);
    assert.equal((await developer.request('/m/reports/1.1.0/page.js')).status, 404);
    const left = (await entries()).filter(({id}) => id === 'reports');
    assert.deepEqual(left, []);
  });

  it('that are gone run their last hook in an operator’s tab, from files that nobody else gets', async () => {
    const pending = async (): Promise<readonly {id: string}[]> =>
      (await admin.request('/api/portal/installs')).json() as Promise<readonly {id: string}[]>;
    const claim = async (): Promise<{claim: string; hook: string}> =>
      (await send(admin, 'POST', '/api/portal/installs/slow')).json() as Promise<{claim: string; hook: string}>;
    const settle = async (): Promise<number> => (await send(admin, 'PUT', '/api/portal/installs/slow', {claim: (await claim()).claim})).status; // prettier-ignore
    assert.equal(await settle(), 204);
    await rm(join(folder, 'slow'), {recursive: true});
    await until(async () => (await headOf('slow')) === undefined);
    const due = (await pending()).find(({id}) => id === 'slow');
    assert.deepEqual(due, {
      id: 'slow',
      hook: 'onUninstall',
      module: {version: '1.0.0', base: '/m/slow/1.0.0/', name: 'slow'},
    });
    const status = async (browser: Browser): Promise<number> => (await browser.request('/m/slow/1.0.0/page.js')).status;
    assert.deepEqual([await status(admin), await status(developer)], [200, 404]);
    assert.equal(await settle(), 204);
    assert.deepEqual([(await pending()).filter(({id}) => id === 'slow'), await status(admin)], [[], 404]);
  });
});
