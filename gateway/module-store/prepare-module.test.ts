import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {describe, it} from 'node:test';
import {manifest} from '../testing/write-build.ts';
import {isFilePath} from './file-path.ts';
import {matchesIntegrity} from './integrity.ts';
import {LIMITS} from './limits.ts';
import {prepareModule} from './prepare-module.ts';

const BUNDLE = `const {React, UI} = window.OpenChoreo; window.OpenChoreo.registerModule({id: 'old', name: 'Old'});`;
const consumer = {id: 'old', name: 'Old', version: '1.0', author: 'Ada', entryPoint: './dist/old.js'};
const sri = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;

function files(entries: Readonly<Record<string, unknown>>): Map<string, Uint8Array<ArrayBuffer>> {
  return new Map(
    Object.entries(entries).map(([path, content]) => [
      path,
      new Uint8Array(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))),
    ]),
  );
}

async function refusal(entries: Readonly<Record<string, unknown>>): Promise<unknown> {
  const prepared = await prepareModule(files(entries));
  return prepared.ok ? 'accepted' : [prepared.error.problem.code, ...(prepared.error.problem.faults ?? [])];
}

describe('a consumer of window.OpenChoreo', () => {
  it('becomes a module that runs its bundle when the session has started', async () => {
    const prepared = await prepareModule(files({'manifest.json': consumer, 'dist/old.js': BUNDLE, 'dist/logo.svg': '<svg/>'})); // prettier-ignore
    assert.ok(prepared.ok, JSON.stringify(prepared));
    const {value} = prepared;
    assert.deepEqual(value.manifest, {
      id: 'old',
      name: 'Old',
      version: '1.0.0',
      apiVersion: 1,
      type: 'integration',
      author: 'Ada',
      events: {undeclared: true},
      activation: ['onStartup'],
      main: {entry: 'consumer.js', export: 'main'},
    });
    assert.deepEqual([...value.files.keys()], ['dist/logo.svg', 'dist/bundle.js', 'consumer.js', 'consumer.css']);
    assert.match(Buffer.from(value.files.get('dist/bundle.js') ?? []).toString(), /^\(function \(\) \{\nconst \{React/);
    assert.equal(
      Buffer.from(value.files.get('consumer.js') ?? []).toString(),
      `import {createConsumer} from '@openchoreo/portal-openchoreo-global';
export const consumer = createConsumer({
  id: "old",
  version: "1.0.0",
  load: () => import("./dist/bundle.js"),
  style: new URL("./consumer.css", import.meta.url).href,
});
export const main = consumer.main;
`,
    );
  });

  it('is refused for what is not as its manifest says', async () => {
    const wrong = {...consumer, integrity: sri('other bytes')};
    assert.deepEqual(await refusal({'manifest.json': wrong, 'dist/old.js': BUNDLE}), ['MODULE_INTEGRITY']);
    assert.equal(
      await refusal({'manifest.json': {...consumer, integrity: sri(BUNDLE)}, 'dist/old.js': BUNDLE}),
      'accepted',
    );
    assert.deepEqual(await refusal({'manifest.json': consumer}), [
      'MANIFEST_INVALID',
      "entryPoint: found './dist/old.js', expected a file beside the manifest",
    ]);
    assert.deepEqual(await refusal({'manifest.json': {...consumer, entryPoint: '../../etc/passwd'}}), [
      'MANIFEST_INVALID',
      "entryPoint: found '../../etc/passwd', expected a file beside the manifest",
    ]);
    assert.deepEqual(await refusal({'manifest.json': {...consumer, id: 'portal'}, 'dist/old.js': BUNDLE}), [
      'MANIFEST_INVALID',
      "id: found 'portal', which is reserved for the portal, expected another word",
    ]);
    assert.deepEqual(await refusal({'manifest.json': consumer, 'dist/old.js': 'const = 1'}), [
      'MANIFEST_INVALID',
      './dist/old.js: found Unexpected token (1:6), expected JavaScript that runs in strict mode',
    ]);
  });
});

describe('a module in the portal’s own form', () => {
  it('has texts as people write them, compiled', async () => {
    const prepared = await prepareModule(
      files({'manifest.json': manifest('shop', {messages: {en: 'en.json'}}), 'en.json': {hello: 'Hello {name}'}}),
    );
    assert.ok(prepared.ok);
    assert.deepEqual(prepared.value.messages, {en: {hello: ['Hello ', ['name']]}});
  });

  it('claims no word of the portal, and no tag or event of another module', async () => {
    const claims = manifest('auth', {
      routes: {base: '/api', definitions: []},
      elements: [{tag: 'sl-button', component: {tag: 'sl-button'}}],
      events: {publish: {'other:event': {}}},
    });
    const [code, ...faults] = (await refusal({'manifest.json': claims})) as string[];
    assert.deepEqual(
      [code, faults.map((fault) => fault.split(':')[0])],
      ['MANIFEST_INVALID', ['id', 'routes.base', 'elements.0.tag', 'events.publish.other', 'elements.0.tag']],
    );
  });

  it('has a manifest of a size that can be one', async () => {
    const large = `{"id": "${'x'.repeat(LIMITS.manifestBytes)}"}`;
    assert.equal(((await refusal({'manifest.json': large})) as string[])[0], 'MANIFEST_UNREADABLE');
  });
});

describe('paths of files', () => {
  it('lead nowhere but into the module', () => {
    const bad = ['../a.js', 'a/../../b.js', '/etc/passwd', 'C:\\a.js', 'a\\..\\b.js', '.env', 'a/.git/x', 'a//b.js', '', 'a\0.js', 'ä.js', 'a b.js', '%2e%2e/a.js', 'x'.repeat(300)]; // prettier-ignore
    assert.deepEqual(bad.filter(isFilePath), []);
    assert.ok(['a.js', 'chunks/a-B1c2D3e4.js', '_x/y@2.css'].every(isFilePath));
  });
});

describe('integrity', () => {
  it('is decided by the strongest digest, and never by one of a kind nobody trusts', () => {
    const bytes = Buffer.from('x');
    const digest = (algorithm: string, text: string): string =>
      `${algorithm}-${createHash(algorithm).update(text).digest('base64')}`;
    assert.ok(matchesIntegrity(bytes, digest('sha256', 'x')));
    assert.ok(!matchesIntegrity(bytes, `${digest('sha256', 'x')} ${digest('sha512', 'y')}`));
    assert.ok(matchesIntegrity(bytes, `${digest('sha512', 'y')} ${digest('sha512', 'x')}`));
    assert.ok(!matchesIntegrity(bytes, digest('md5', 'x')));
  });
});
