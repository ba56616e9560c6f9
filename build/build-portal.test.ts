import assert from 'node:assert/strict';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';
import {parseManifest, portalBuildSchema, type ModuleManifest, type PortalBuild} from '@openchoreo/portal-contract';
import {buildPortal} from './build-portal.ts';
import {createSampleProject, type SampleProject} from './testing/sample-project.ts';

describe('building a portal', () => {
  let project: SampleProject;
  let portal: PortalBuild;
  let manifest: ModuleManifest;
  const client = (path: string): string => join(project.root, 'dist/client', path);
  const read = (path: string): string => readFileSync(client(path), 'utf8');

  before(async () => {
    project = createSampleProject();
    await buildPortal(project.root);
    portal = portalBuildSchema.parse(JSON.parse(readFileSync(join(project.root, 'dist/portal.json'), 'utf8')));
    const parsed = parseManifest(JSON.parse(read('m/sample/1.0.0/manifest.json')));
    assert.ok(parsed.ok);
    manifest = parsed.value;
  });
  after(() => project.remove());

  it('turns every way to write a component into a file and an export', () => {
    const definitions = manifest.routes?.definitions ?? [];
    const components = [...definitions, ...(definitions[3]?.children ?? [])].map(({component}) =>
      withoutHash(component),
    );
    assert.deepEqual(components, [
      {entry: 'main-page-HASH.js', export: 'MainPage'},
      {entry: 'lazy-page-HASH.js', export: 'LazyPage'},
      {entry: 'two-pages-HASH.js', export: 'SecondPage'},
      {tag: 'sample-tag'},
      {entry: 'default-page-HASH.js', export: 'default'},
    ]);
  });

  it('puts contributions that are shown together into one file', () => {
    const components = manifest.contributes?.['dashboard.cards']?.map(({component}) => withoutHash(component));
    assert.deepEqual(components, [
      {entry: 'dashboard-cards-HASH.js', export: 'c0'},
      {entry: 'dashboard-cards-HASH.js', export: 'c1'},
      {entry: 'card-c-HASH.js', export: 'CardC'},
    ]);
  });

  it('names the default export of index.ts as main because it has hooks', () => {
    assert.deepEqual(withoutHash(manifest.main), {entry: 'main-HASH.js', export: 'default'});
  });

  it('leaves data alone that only looks like a component', () => {
    assert.deepEqual(manifest.metadata, {free: {entry: './not-a-component.ts', export: 'Data'}});
  });

  it('writes files that export what the manifest says', () => {
    const {component} = manifest.routes?.definitions[2] ?? {};
    assert.ok(component !== undefined && 'entry' in component);
    assert.match(read(`m/sample/1.0.0/${component.entry}`), /export\s*\{[^}]*as SecondPage/);
  });

  it('compiles catalogues, the shell’s and each module’s', () => {
    assert.deepEqual(JSON.parse(read(portal.messages['de'] ?? '')), {greeting: ['Hallo ', ['name']]});
    assert.deepEqual(JSON.parse(read(`m/sample/1.0.0/${manifest.messages?.['en'] ?? ''}`)), {
      name: ['Sample'],
      count: [['count', 'plural', {one: ['#', ' thing'], other: ['#', ' things']}]],
    });
  });

  it('names only files that are there', () => {
    const preloads = portal.modules.flatMap(({base, preload}) => [
      ...Object.keys(preload).map((file) => base + file),
      ...Object.values(preload).flat(),
    ]);
    const named = [
      portal.shell.entry,
      ...portal.shell.preload,
      ...Object.values(portal.importMap.imports),
      ...preloads,
    ];
    assert.deepEqual(
      named.filter((file) => !existsSync(client(file))),
      [],
    );
  });

  it('gives a page one vendor file beside its own', () => {
    const [module] = portal.modules;
    const [page] = Object.keys(module?.preload ?? {}).filter((file) => file.startsWith('lazy-page'));
    assert.deepEqual(module?.preload[page ?? '']?.map(dropHash), [
      '/assets/vendor-HASH.js',
      '/assets/shared-plain-HASH.js',
    ]);
  });

  it('ships one copy of Lit, which the shell and the shared libraries use', () => {
    const withLit = globSync('**/*.js', {cwd: client('')}).filter((file) => read(file).includes('litElementVersions'));
    assert.deepEqual(withLit.map(dropHash), ['assets/vendor-HASH.js']);
    assert.match(read(portal.importMap.imports['lit'] ?? ''), /from"\.\.\/vendor-/);
  });

  it('maps the libraries under the specifiers that modules built elsewhere write', () => {
    const exportsOf = (path: string): string => /export\s*\{[^}]*\}/.exec(read(path))?.[0] ?? '';
    const {imports} = portal.importMap;
    assert.match(exportsOf(imports['lit'] ?? ''), /as LitElement\b.*as html\b/);
    assert.match(exportsOf(imports['@openchoreo/portal-contract'] ?? ''), /as defineModule\b/);
    assert.match(exportsOf(`${imports['lit/'] ?? ''}directives/repeat.js`), /repeat/);
    const shoelace = imports['@shoelace-style/shoelace/dist/components/'] ?? '';
    assert.match(exportsOf(`${shoelace}button/button.component.js`), /as default/);
  });

  it('compresses every text file to the same bytes', () => {
    const files = globSync('**/*.{js,json}', {cwd: client('')});
    for (const file of files) {
      const content = readFileSync(client(file));
      assert.deepEqual(brotliDecompressSync(readFileSync(client(`${file}.br`))), content, file);
      assert.deepEqual(gunzipSync(readFileSync(client(`${file}.gz`))), content, file);
    }
    assert.ok(files.length > 50);
  });

  it('inlines the critical CSS, minified, with the nonce’s place kept', () => {
    assert.equal(
      readFileSync(join(project.root, 'dist/index.html'), 'utf8'),
      '<!doctype html>\n<style nonce="{{nonce}}">:root{--color:light-dark(#fff,#000)}body{margin:0}</style>\n<portal-app></portal-app>',
    );
  });

  it('leaves Vaadin’s usage statistics out', () => {
    const shell = portal.shell.preload.map(read).join('');
    assert.match(shell, /vaadin-router-go/);
    assert.doesNotMatch(shell, /usageStatistics|registrations/);
  });
});

function withoutHash(component: unknown): unknown {
  return JSON.parse(dropHash(JSON.stringify(component)));
}

function dropHash(text: string): string {
  return text.replace(/-[\w-]{8}[.]js/g, '-HASH.js');
}
