import {copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const SHARED = ['node_modules', 'contract', 'adapters', 'build', 'tsconfig.json', 'package.json', 'package-lock.json'];

export interface SampleProject {
  readonly root: string;
  /** Writes files, by path from the project. */
  write(files: Readonly<Record<string, string>>): void;
  remove(): void;
}

/** A small project of its own in a temporary folder: the real contract, adapters and build, other rooms as given. */
export function createSampleProject(files: Readonly<Record<string, string>> = SAMPLE): SampleProject {
  const root = mkdtempSync(join(tmpdir(), 'portal-sample-'));
  for (const name of SHARED) symlinkSync(join(PROJECT, name), join(root, name));
  // Copied and not linked: it takes the folder it is in for the project's.
  copyFileSync(join(PROJECT, 'vite.config.ts'), join(root, 'vite.config.ts'));
  const write = (written: Readonly<Record<string, string>>): void => {
    for (const [name, content] of Object.entries(written)) {
      mkdirSync(dirname(join(root, name)), {recursive: true});
      writeFileSync(join(root, name), content);
    }
  };
  write(files);
  return {root, write, remove: () => rmSync(root, {recursive: true, force: true})};
}

const page = (name: string): string => `
  import {html, LitElement} from 'lit';
  import {property} from 'lit/decorators.js';
  document.title = 'Only a browser can run this.';
  export class ${name} extends LitElement {
    @property() name = '';
    override render() { return html\`<p>\${this.name}</p>\`; }
  }`;

const card = (name: string): string => `export class ${name} extends HTMLElement {}`;

/** A shell that uses Lit, and one module that names its components in every way there is. */
export const SAMPLE: Readonly<Record<string, string>> = {
  'shell/index.html': '<!doctype html>\n<!--portal:css-->\n<portal-app></portal-app>',
  'shell/styles/tokens.css': ':root { --color: light-dark(#ffffff, #000000); }',
  'shell/styles/critical.css': 'body { margin: 0px; }',
  'shell/messages/en.json': '{"greeting": "Hello {name}"}',
  'shell/messages/de.json': '{"greeting": "Hallo {name}"}',
  'shell/main.ts': `
    import {Router} from '@vaadin/router';
    import {html, LitElement} from 'lit';
    customElements.define('portal-app', class extends LitElement { override render() { return html\`<slot></slot>\`; } });
    new Router(document.body);`,
  'modules/sample/module.config.ts': `
    import {defineConfig} from '@openchoreo/portal-contract';
    export default defineConfig({
      id: 'sample', name: '%name%', version: '1.0.0', apiVersion: 1,
      metadata: {free: {entry: './not-a-component.ts', export: 'Data'}},
      contributes: {'dashboard.cards': [
        {id: 'a', title: 'A', component: {entry: './components/card-a.ts', export: 'CardA'}},
        {id: 'b', title: 'B', component: {entry: './components/card-b.ts', export: 'CardB'}},
        {id: 'c', title: 'C', perspective: 'development', component: {entry: './components/card-c.ts', export: 'CardC'}},
      ]},
    });`,
  'modules/sample/routes/index.ts': `
    import {MainPage} from '../pages/main-page.ts';
    export const routes = {base: '/sample', definitions: [
      {path: '/', component: MainPage},
      {path: '/lazy', component: () => import('../pages/lazy-page.ts')},
      {path: '/chosen', component: () => import('../pages/two-pages.ts').then((pages) => pages.SecondPage)},
      {path: '/tag', component: 'sample-tag', children: [{path: '/deep', component: () => import('../pages/default-page.ts')}]},
    ]};`,
  'modules/sample/index.ts': `
    import {defineModule} from '@openchoreo/portal-contract';
    import config from './module.config.ts';
    import {hooks} from './hooks/hooks.ts';
    import {routes} from './routes/index.ts';
    export default defineModule({config, routes, hooks});`,
  'modules/sample/hooks/hooks.ts': 'export const hooks = {onActivate() { document.title = "active"; }};',
  'modules/sample/messages/en.json': '{"name": "Sample", "count": "{count, plural, one {# thing} other {# things}}"}',
  'modules/sample/messages/de.json': '{"name": "Beispiel", "count": "{count, plural, one {# Ding} other {# Dinge}}"}',
  'modules/sample/pages/main-page.ts': page('MainPage'),
  'modules/sample/pages/lazy-page.ts': page('LazyPage'),
  'modules/sample/pages/default-page.ts': page('DefaultPage').replace('export class', 'export default class'),
  'modules/sample/pages/two-pages.ts': `${page('FirstPage')}\nexport class SecondPage extends FirstPage {}`,
  'modules/sample/components/card-a.ts': card('CardA'),
  'modules/sample/components/card-b.ts': card('CardB'),
  'modules/sample/components/card-c.ts': card('CardC'),
};
