import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {parseManifest, type ModuleManifest} from '@openchoreo/portal-contract';
import {buildPortal} from './build-portal.ts';
import {createSampleProject, SAMPLE, type SampleProject} from './testing/sample-project.ts';

const page = (name: string): string => `export class ${name} extends HTMLElement {}`;
const config = (id: string): string => `export default {id: '${id}', name: '${id}', version: '1.0.0', apiVersion: 1};`;

/** The samples of the requirement's «Route System» and «Route-Based Splitting», word for word. */
const PROJECT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SAMPLE).filter(([file]) => file.startsWith('shell/'))),
  'modules/first/module.config.ts': config('first'),
  'modules/first/routes/index.ts': `
import {DetailPage} from '../pages/detail-page.ts';
import {MainPage} from '../pages/main-page.ts';
import {SettingsPage} from '../pages/settings-page.ts';

export const routes = {
  base: '/module-path',
  perspective: 'platform-engineering',
  definitions: [
    { path: '/', component: MainPage },
    { path: '/:id', component: DetailPage },
    { path: '/settings', component: SettingsPage }
  ]
}`,
  'modules/first/pages/main-page.ts': page('MainPage'),
  'modules/first/pages/detail-page.ts': page('DetailPage'),
  'modules/first/pages/settings-page.ts': page('SettingsPage'),
  'modules/second/module.config.ts': config('second'),
  'modules/second/index.ts': `
export const routes = {
  base: '/second',
  definitions: [
    {${' '}
      path: '/analytics',${' '}
      component: () => import('./pages/Analytics')
    }
  ]
}`,
  'modules/second/pages/Analytics.ts': page('Analytics'),
};

const REACT: Readonly<Record<string, string>> = {
  'modules/third/module.config.ts': config('third'),
  'modules/third/routes/index.tsx': `
import { Fragment, lazy, memo } from 'react'
import { MainPage } from '../pages/MainPage'
import { Detail } from '../pages/Detail.tsx'

const title = <Fragment>made while the build reads</Fragment>
export const routes = {
  base: '/third',
  definitions: [
    { path: '/', component: MainPage },
    { path: '/memo', component: memo(Detail) },
    { path: '/lazy', component: lazy(() => import('../pages/Analytics')) },
    { path: '/import', component: () => import('../pages/Analytics'), title: typeof title }
  ]
}`,
  'modules/third/pages/MainPage.tsx': 'export function MainPage() { return <p>main</p>; }',
  'modules/third/pages/Detail.tsx': 'export class Detail { render() { return <p>detail</p>; } }',
  'modules/third/pages/Analytics.tsx': 'export default function Analytics() { return <p>analytics</p>; }',
};

describe('the routes of the requirement', () => {
  let project: SampleProject;
  const manifestOf = (id: string): ModuleManifest => {
    const file = join(project.root, `dist/client/m/${id}/1.0.0/manifest.json`);
    const parsed = parseManifest(JSON.parse(readFileSync(file, 'utf8')));
    assert.ok(parsed.ok);
    return parsed.value;
  };
  const componentsOf = (id: string): readonly unknown[] =>
    manifestOf(id).routes?.definitions.map(({component}) => component && 'entry' in component && component) ?? [];

  before(async () => {
    project = createSampleProject({...PROJECT, ...REACT});
    await buildPortal(project.root);
  });
  after(() => project.remove());

  it('with imported classes become a file each', () => {
    assert.deepEqual(
      componentsOf('first').map((component) => (component as {export: string}).export),
      ['MainPage', 'DetailPage', 'SettingsPage'],
    );
    assert.deepEqual(
      [manifestOf('first').routes?.base, manifestOf('first').routes?.perspective],
      ['/module-path', 'platform-engineering'],
    );
  });

  it('with a lazy import become a file of its own, though it leaves out the ending', () => {
    const [component] = componentsOf('second') as {entry: string; export: string}[];
    assert.equal(component?.export, 'Analytics');
    assert.match(component.entry, /^Analytics-[\w-]{8}[.]js$/);
    assert.ok(existsSync(join(project.root, 'dist/client/m/second/1.0.0', component.entry)));
  });

  it('with React components, memo and React.lazy become files, too', () => {
    const components = componentsOf('third') as {entry: string; export: string}[];
    assert.deepEqual(
      components.map((component) => component.export),
      ['MainPage', 'Detail', 'default', 'default'],
    );
    assert.equal(components[2]?.entry, components[3]?.entry);
  });
});
