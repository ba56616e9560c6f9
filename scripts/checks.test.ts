import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {ALL_CHECKS} from './checks/all-checks.ts';
import {createSeededProject} from './testing/seeded-project.ts';

const RULES = new URL('../.dependency-cruiser.mjs', import.meta.url).href;

/** What the check says of a project that has just these files. */
async function reportOf(
  context: TestContext,
  name: string,
  files: Readonly<Record<string, string>>,
  linked: readonly string[] = [],
): Promise<string> {
  const check = ALL_CHECKS.find((each) => each.name === name);
  assert.ok(check, `there is no check '${name}'`);
  const project = createSeededProject(files, linked);
  context.after(() => project.remove());
  const {passed, report} = await check.run(project.root);
  assert.equal(passed, report === '');
  return report;
}

/** The last words of lines that name a rule: `… some/rule-name`. */
function rulesIn(report: string, known: readonly string[]): readonly string[] {
  return known.filter((rule) => report.includes(rule));
}

describe('each checker sees a fault that is put in front of it', () => {
  it('types', async (context) => {
    const report = await reportOf(context, 'types', {'shell/main.ts': "export const count: number = 'one';\n"});
    assert.match(report, /shell\/main\.ts.*TS2322/);
  });

  it('lint: TypeScript, Lit, accessibility, elements and the house rules', async (context) => {
    const faults: Readonly<Record<string, string>> = {
      '@typescript-eslint/no-floating-promises': 'export function run(): void { fetch("/"); }',
      'lit/binding-positions': "import {html} from 'lit';\nexport const a = html`<p ${'x'}=\"y\"></p>`;",
      'lit-a11y/alt-text': 'import {html} from \'lit\';\nexport const b = html`<img src="x.png">`;',
      'wc/no-constructor-attributes':
        "export class C extends HTMLElement { constructor() { super(); this.setAttribute('a', 'b'); } }",
      'no-restricted-imports': "export {styleMap} from 'lit/directives/style-map.js';",
      'Export it by name': 'export default function d(): void {}',
      'Write the file you mean': "import {e} from './other';\nexport const f = e;",
      'No mutable state': 'let count = 0;\nexport const increase = (): number => ++count;',
      'Show true data': 'export const g = Math.random();',
      'no-warning-comments': 'export const h = 1; // TODO',
    };
    const files = Object.values(faults).map((source, index): [string, string] => [
      `shell/fault-${index}.ts`,
      `${source}\n`,
    ]);
    const report = await reportOf(context, 'lint', {
      ...Object.fromEntries(files),
      'shell/other.ts': 'export const e = 1;\n',
    });
    assert.deepEqual(rulesIn(report, Object.keys(faults)), Object.keys(faults));
  });

  it('format', async (context) => {
    const report = await reportOf(context, 'format', {'shell/main.ts': 'export const a = { b : 1 }\n'});
    assert.match(report, /shell\/main\.ts/);
  });

  it('imports: every rule', async (context) => {
    const report = await reportOf(context, 'imports', {
      'contract/index.ts': "export {main} from '../shell/main.ts';\nexport {html} from 'lit';\n",
      'adapters/lit/index.ts': "export {main} from '../../shell/main.ts';\n",
      'adapters/test-kit/index.ts': "export {main} from '../../shell/main.ts';\n",
      'adapters/lit/icon.test.ts': "export {main} from '../../shell/main.ts';\n",
      'adapters/openchoreo-global/index.ts': "export {main} from '../../shell/main.ts';\n",
      'modules/a/index.ts': "export {b} from '../b/index.ts';\n",
      'modules/a/pages/undeclared.tsx': "export {useState} from 'react';\n",
      'modules/e/package.json': '{"dependencies": {"react": "19"}}',
      'modules/e/pages/declared.tsx': "export {useState} from 'react';\n",
      'modules/b/index.ts': 'export const b = 1;\n',
      'modules/b/pages/page.ts': 'export const page = 1;\n',
      'modules/b/components/card.ts': "export {page} from '../pages/page.ts';\n",
      'modules/b/services/service.ts': "export {page} from '../pages/page.ts';\n",
      'modules/c/module.config.ts': "export default {id: 'c', dependencies: {modules: {b: '^1.0.0'}}};\n",
      'modules/c/index.ts':
        "export {b} from '@/modules/b';\nexport {page} from '../b/pages/page.ts';\nexport {d} from '@/modules/d';\n",
      'modules/d/module.config.ts': "export default {id: 'd', dependencies: {optional: {b: '^1.0.0'}}};\n",
      'modules/d/index.ts': "export const d = async () => (await import('@/modules/b')).b;\n",
      'modules/d/pages/early.ts': "export {b} from '@/modules/b';\n",
      'modules/d/pages/shell.ts': "export {frame} from '../../../shell/frame.ts';\n",
      'shell/main.ts': "export {b as main} from '../modules/b/index.ts';\n",
      'shell/frame.ts':
        "export {b} from '../modules/b/index.ts';\nexport {readFile} from 'node:fs';\nexport {build} from '../build/build.ts';\n",
      'shell/conformance.test.ts': "export {main} from '../gateway/main.ts';\n",
      'shell/frame.test.ts': "export {other} from './circle-a.ts';\n",
      'shell/circle-a.ts': "import {one} from './circle-b.ts';\nexport const other = (): number => one();\n",
      'shell/circle-b.ts': "import {other} from './circle-a.ts';\nexport const one = (): number => other();\n",
      'shell/tested.ts':
        "export {other} from './frame.test.ts';\nexport {Router} from '@vaadin/router';\nexport {gone} from './gone.ts';\n",
      'gateway/main.ts': "export {frame} from '../shell/circle-a.ts';\nexport {html} from 'lit';\n",
      'platform/index.ts': "export {main} from '../gateway/main.ts';\n",
      'cli/main.ts': "export {main} from '../gateway/main.ts';\n",
      'build/build.ts': 'export const build = 1;\n',
    });
    const {default: rules} = (await import(RULES)) as {default: {forbidden: {name: string}[]}};
    const names = rules.forbidden
      .map(({name}) => name)
      .filter((name) => !/^module-.+-(declares|optional-late)$/.test(name));
    assert.deepEqual(rulesIn(report, names), names);
    const ofModules = report.split('\n').filter((line) => line.startsWith('module-'));
    assert.deepEqual(ofModules.sort(), [
      'module-a-declares: modules/a/index.ts → modules/b/index.ts',
      'module-c-declares: modules/c/index.ts → modules/d/index.ts',
      'module-d-optional-late: modules/d/pages/early.ts → modules/b/index.ts',
      'module-door-only: modules/c/index.ts → modules/b/pages/page.ts',
      'module-imports-contract: modules/d/pages/shell.ts → shell/frame.ts',
    ]);
    assert.match(report, /react-where-it-is-declared: modules\/a\//);
    assert.doesNotMatch(report, /modules\/e\//);
    assert.match(report, /Name the module in dependencies\.modules of modules\/a\/module\.config\.ts/);
    assert.match(report, /Import from '@\/modules\/<id>'/);
  });

  it('imports: a room of which nothing was read', async (context) => {
    const report = await reportOf(context, 'imports', {
      'shell/main.ts': 'export const a = 1;\n',
      'gateway/notes.md': 'no code',
    });
    assert.equal(report, 'gateway/: no file was read');
  });

  it('unused code: a file, an export, a dependency', async (context) => {
    const report = await reportOf(context, 'unused code', {
      'shell/main.ts': "import {used} from './used.ts';\nconsole.log(used);\n",
      'shell/used.ts': 'export const used = 1;\nexport const spare = 2;\n',
      'shell/nobody.ts': 'export const nobody = 1;\n',
    });
    assert.match(report, /Unused files[^]*shell\/nobody\.ts[^]*Unused dependencies[^]*hono[^]*Unused exports[^]*spare/);
  });

  it('sizes', async (context) => {
    const noise = Array.from({length: 20_000}, (_, index) => Math.imul(index, 0x9e3779b1).toString(36)).join();
    const shell = {entry: '/assets/shell.js', preload: []};
    const modules = [{id: 'dashboard', base: '/m/dashboard/1.0.0/', preload: {'dashboard-page.js': []}}];
    const report = await reportOf(context, 'sizes', {
      'dist/portal.json': JSON.stringify({shell, modules, importMap: {imports: {}}}),
      'dist/client/assets/shell.js': `/*${noise}*/`,
      'dist/client/m/dashboard/1.0.0/dashboard-page.js': 'export {};',
    });
    assert.match(report, /^shell, first load: \d+ B, exceeds 64000 B$/m);
  });

  it('aliases', async (context) => {
    const tsconfig = '{"compilerOptions": {"paths": {"@/shell": ["./shell/main.ts"]}}}';
    const report = await reportOf(context, 'aliases', {'tsconfig.json': tsconfig});
    assert.deepEqual(
      report.split('\n').map((line) => line.replace(/:.*/, '')),
      ["tsconfig.json paths '@/shell'", "tsconfig.json paths '@/modules/*'"],
    );
  });

  it('links in documents', async (context) => {
    const report = await reportOf(context, 'links in documents', {
      'README.md': '[there](docs/a.md) [gone](docs/b.md#part) [web](https://example.org)\n',
      'docs/a.md': '![no picture](a.png)\n```\n[in code](c.md)\n```\n',
    });
    assert.equal(report, 'README.md: the link docs/b.md#part leads nowhere\ndocs/a.md: the link a.png leads nowhere');
  });

  it('manifests and messages: a missing translation', async (context) => {
    const report = await reportOf(
      context,
      'manifests and messages',
      {'shell/messages/en.json': '{"a": "A"}', 'shell/messages/de.json': '{}'},
      ['contract', 'build'],
    );
    assert.match(report, /shell: messages\/de\.json a: found nothing/);
  });

  it('built files: one that is named and not there, one not compressed, a source map, usage statistics', async (context) => {
    const portal = {
      version: '0.1.0',
      shell: {entry: '/assets/shell.js', preload: ['/assets/gone.js']},
      importMap: {imports: {}},
      messages: {},
      modules: [],
    };
    const report = await reportOf(context, 'built files', {
      'dist/portal.json': JSON.stringify(portal),
      'dist/client/assets/shell.js': 'usageStatistics()',
      'dist/client/assets/shell.js.map': '{}',
    });
    assert.deepEqual(report.split('\n'), [
      '/assets/gone.js: named, but not there',
      'assets/shell.js: not compressed',
      'assets/shell.js.map: a source map',
      "assets/shell.js: has 'usageStatistics', a trace of Vaadin's usage statistics",
    ]);
  });
});
