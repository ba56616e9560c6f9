import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {ModuleManifest, PortalBuild} from '@openchoreo/portal-contract';
import {buildPortal} from './build-portal.ts';
import {createSampleProject, SAMPLE, type SampleProject} from './testing/sample-project.ts';

const shellOnly = Object.fromEntries(Object.entries(SAMPLE).filter(([file]) => file.startsWith('shell/')));

const moduleFiles = (id: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries([
    [`modules/${id}/package.json`, '{"type": "module", "sideEffects": false}'],
    ...Object.entries(files).map(([file, source]) => [`modules/${id}/${file}`, source] as const),
  ]);

/** `figures` lends two elements to `shop`, of which it shows one itself. */
const PROJECT: Readonly<Record<string, string>> = {
  ...shellOnly,
  ...moduleFiles('figures', {
    'module.config.ts': "export default {id: 'figures', name: 'Figures', version: '1.0.0', apiVersion: 1};",
    'routes/index.ts': `
      export const routes = {base: '/figures', definitions: [{path: '/', component: () => import('../pages/figures-page.ts')}]};`,
    'index.ts': `
      import {defineModule} from '@openchoreo/portal-contract';
      import config from './module.config.ts';
      import {hooks} from './hooks/hooks.ts';
      import {routes} from './routes/index.ts';
      export {LentOnly} from './components/lent-only.ts';
      export {MetricWidget} from './components/metric-widget.ts';
      export default defineModule({config, routes, hooks});`,
    'hooks/hooks.ts': "export const hooks = {onActivate() { document.title = 'CODE-OF-HOOKS'; }};",
    'components/lent-only.ts': "export class LentOnly extends HTMLElement { title = 'CODE-OF-LENT-ONLY'; }",
    'components/metric-widget.ts': "export class MetricWidget extends HTMLElement { title = 'CODE-OF-WIDGET'; }",
    'pages/figures-page.ts': `
      import {MetricWidget} from '../components/metric-widget.ts';
      export class FiguresPage extends HTMLElement { widget = new MetricWidget(); title = 'CODE-OF-FIGURES-PAGE'; }`,
  }),
  ...moduleFiles('shop', {
    'module.config.ts': `
      export default {id: 'shop', name: 'Shop', version: '1.0.0', apiVersion: 1, dependencies: {modules: {figures: '^1.0.0'}}};`,
    'routes/index.ts': `
      export const routes = {base: '/shop', definitions: [
        {path: '/', component: () => import('../pages/shop-page.ts')},
        {path: '/more', component: () => import('../pages/more-page.ts')},
      ]};`,
    'pages/shop-page.ts': `
      import {MetricWidget} from '@/modules/figures';
      export class ShopPage extends HTMLElement { widget = new MetricWidget(); }`,
    'pages/more-page.ts': `
      import {LentOnly} from '@/modules/figures';
      export class MorePage extends HTMLElement { lent = new LentOnly(); }`,
  }),
};

describe('a module that imports what another one lends', () => {
  let project: SampleProject;
  let portal: PortalBuild;
  const client = (path: string): string => join(project.root, 'dist/client', path);
  const withCode = (mark: string): readonly string[] =>
    globSync('**/*.js', {cwd: client('')})
      .filter((file) => readFileSync(client(file), 'utf8').includes(mark))
      .map((file) => file.replace(/-[\w-]{8}[.]js$/, ''));

  before(async () => {
    project = createSampleProject(PROJECT);
    portal = await buildPortal(project.root);
  });
  after(() => project.remove());

  it('shares the code as one file below the module that lends it', () => {
    const [widget, ...others] = withCode('CODE-OF-WIDGET');
    assert.match(widget ?? '', /^m\/figures\/1[.]0[.]0\//);
    assert.deepEqual(others, []);
  });

  it('keeps what only others use below the module that lends it, too', () => {
    const [lent, ...others] = withCode('CODE-OF-LENT-ONLY');
    assert.match(lent ?? '', /^m\/figures\/1[.]0[.]0\//);
    assert.deepEqual(others, []);
  });

  it('gets what it imports and no more: no hooks, no pages', () => {
    const shop = portal.modules.find(({id}) => id === 'shop');
    const pages = Object.entries(shop?.preload ?? {}).filter(([file]) => file.startsWith('shop-page'));
    const files = pages.flatMap(([file, chunks]) => [`${shop?.base}${file}`, ...chunks]);
    const code = files.map((file) => readFileSync(client(file), 'utf8')).join('\n');
    const found = ['WIDGET', 'HOOKS', 'FIGURES-PAGE'].filter((mark) => code.includes(`CODE-OF-${mark}`));
    assert.deepEqual(found, ['WIDGET']);
  });

  it('costs the lender nothing when it starts', () => {
    const figures = portal.modules.find(({id}) => id === 'figures');
    const manifest = JSON.parse(readFileSync(client(`m/figures/1.0.0/manifest.json`), 'utf8')) as ModuleManifest;
    const main = manifest.main?.entry ?? '';
    const files = [`${figures?.base}${main}`, ...(figures?.preload[main] ?? [])];
    const code = files.map((file) => readFileSync(client(file), 'utf8')).join('\n');
    const found = ['WIDGET', 'HOOKS', 'LENT-ONLY'].filter((mark) => code.includes(`CODE-OF-${mark}`));
    assert.deepEqual(found, ['HOOKS']);
  });
});
