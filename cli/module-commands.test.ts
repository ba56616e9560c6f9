import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, afterEach, before, beforeEach, describe, it} from 'node:test';
import type {PortalBuild} from '@openchoreo/portal-contract';
import {installModule} from './install-module.ts';
import {listModules} from './list-modules.ts';
import type {ModuleCommand} from './module-command.ts';
import {removeModule} from './remove-module.ts';

const CODE = 'export class Page extends HTMLElement {}';
const manifest = (id: string, rest: object = {}): object => ({
  id,
  name: id,
  version: '1.0.0',
  apiVersion: 1,
  main: {entry: './page.js', export: 'Page'},
  ...rest,
});
const build: PortalBuild = {
  version: '0.1.0',
  shell: {entry: '/shell.js', preload: []},
  importMap: {imports: {lit: '/lit.js'}},
  messages: {},
  modules: [{id: 'dashboard', version: '0.3.0', base: '/m/dashboard/0.3.0/', preload: {}}],
};

describe('module:install, module:list, module:remove', () => {
  let root: string;
  let lines: string[];
  let portal: NodeJS.Timeout | undefined;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'portal-cli-'));
    lines = [];
    await write('dist/portal.json', build);
    await write('built/manifest.json', manifest('shop'));
    await write('built/page.js', CODE);
  });
  afterEach(() => {
    clearInterval(portal);
    return rm(root, {recursive: true});
  });

  async function write(path: string, content: unknown): Promise<void> {
    await mkdir(dirname(join(root, path)), {recursive: true});
    await writeFile(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  const given = (...words: readonly string[]): ModuleCommand => ({
    words,
    modulesDir: join(root, 'modules'),
    dataDir: join(root, 'data'),
    moduleSources: undefined,
    folder: root,
    buildFolder: join(root, 'dist'),
    print: (line) => void lines.push(line),
    patience: 2000,
  });
  const fails = async (run: Promise<void>): Promise<string> => {
    try {
      await run;
    } catch (error) {
      const {code, message} = error as Error & {readonly code?: string};
      return code === undefined ? message : `${code}: ${message}`;
    }
    return 'it did not fail';
  };
  /** A portal that answers for the modules folder as one does that runs. */
  const answer = async (outcome: (folder: string) => object): Promise<void> => {
    const say = async (): Promise<void> => {
      const names = await readdir(join(root, 'modules')).catch(() => []);
      const folders = names.filter((name) => !name.startsWith('.')).map(outcome);
      await write('data/incoming.json', {process: process.pid, at: Date.now(), folders});
      await rename(join(root, 'data/incoming.json'), join(root, 'data/modules-outcome.json'));
    };
    await say();
    portal = setInterval(() => void say().catch(() => {}), 20);
  };

  it('copy a checked module whole, replace it by another version, list it, and take it away', async () => {
    await installModule(given('built'));
    await write('built/manifest.json', manifest('shop', {version: '1.1.0'}));
    await installModule(given('./built'));
    await listModules(given());
    assert.deepEqual(lines, [
      `shop 1.0.0 is in ${join(root, 'modules')}. The portal takes it when it starts.`,
      `shop 1.1.0 is in ${join(root, 'modules')}. The portal takes it when it starts.`,
      'MODULE     VERSION  STATE        FOLDER',
      'dashboard  0.3.0    built in',
      'shop       1.1.0    not running  shop',
    ]);
    assert.deepEqual((await readdir(join(root, 'modules/shop'))).sort(), ['manifest.json', 'page.js']);
    await removeModule(given('shop'));
    assert.deepEqual([await readdir(join(root, 'modules')), lines.at(-1)], [[], 'shop is removed.']);
  });

  it('copy nothing that would be refused', async () => {
    await write('broken/manifest.json', manifest('broken', {main: {entry: 'gone.js', export: 'X'}}));
    await write('own/manifest.json', manifest('dashboard'));
    await write('own/page.js', CODE);
    await symlink(join(root, 'built/page.js'), join(root, 'built/link.js'));
    await write('data/module-store/other/1.0.0/record.json', {
      id: 'other', version: '1.0.0', digest: 'sha256-x', storedAt: 0, messages: {}, files: {}, manifest: manifest('other'),
    }); // prettier-ignore
    await write('taken/manifest.json', manifest('other'));
    await write('taken/page.js', CODE);
    assert.match(await fails(installModule(given('broken'))), /^MANIFEST_INVALID/);
    assert.match(await fails(installModule(given('own'))), /^MODULE_DUPLICATE/);
    assert.match(await fails(installModule(given('built'))), /^MODULE_SOURCE_UNREADABLE.*link\.js: found a link/);
    assert.match(await fails(installModule(given('taken'))), /^MODULE_VERSION_TAKEN/);
    assert.match(await fails(installModule(given('nowhere'))), /^MODULE_SOURCE_UNREADABLE.*nowhere/);
    assert.match(await fails(installModule(given())), /^Usage/);
    assert.match(await fails(installModule(given('http://example.com/m.json'))), /^MODULE_SOURCE_REFUSED/);
    assert.deepEqual(await readdir(join(root, 'modules')).catch(() => []), []);
  });

  it('wait for the portal that runs, and say what it says', async () => {
    await answer((folder) => ({
      folder,
      id: folder,
      status: 'refused',
      problem: {code: 'ROUTE_TAKEN', detail: 'It is taken.'},
    }));
    assert.equal(await fails(installModule(given('built'))), 'ROUTE_TAKEN: It is taken.');
    await listModules(given());
    assert.equal(lines.at(-1), 'shop       1.0.0    refused   ROUTE_TAKEN: It is taken.');
    await removeModule(given('shop'));
    assert.equal(lines.at(-1), 'shop is removed. The portal does without it now.');
    clearInterval(portal);
    await answer((folder) => ({folder, id: folder, status: 'accepted', digest: 'sha256-of-what-was-there-before'}));
    assert.match(await fails(installModule({...given('built'), patience: 300})), /has not said anything about it yet/);
  });

  it('remove by the name of the folder what has no manifest, and never what is built in', async () => {
    await write('modules/rubbish/manifest.json', 'no JSON');
    await removeModule(given('rubbish'));
    assert.match(await fails(removeModule(given('dashboard'))), /^MODULE_BUILT_IN/);
    assert.match(await fails(removeModule(given('../data'))), /^MODULE_UNKNOWN/);
  });

  describe('from an address', () => {
    const files = new Map<string, string>();
    const server = createServer(({url = ''}, response) => {
      const body = files.get(url);
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
    after(() => new Promise((resolve) => server.close(resolve)));

    it('install what its digests say, and nothing else', async () => {
      const listed = manifest('remote', {
        files: {'page.js': `sha384-${createHash('sha384').update(CODE).digest('base64')}`},
      });
      files.set('/m/manifest.json', JSON.stringify(listed)).set('/m/page.js', CODE);
      const address = `http://localhost:${(server.address() as AddressInfo).port}/m/manifest.json`;
      await installModule(given(address));
      assert.equal(await readFile(join(root, 'modules/remote/page.js'), 'utf8'), CODE);
      files.set('/m/page.js', `${CODE}// altered`);
      assert.match(await fails(installModule(given(address))), /^MODULE_INTEGRITY/);
      assert.equal(await readFile(join(root, 'modules/remote/page.js'), 'utf8'), CODE);
    });
  });
});
