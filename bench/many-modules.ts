import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {portalBuildSchema, type ModuleManifest} from '@openchoreo/portal-contract';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** A built portal that has this many modules in all: the real ones, and pages of nothing much. Returns its folder. */
export async function buildManyModules(count: number): Promise<{readonly folder: string; remove(): Promise<void>}> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-bench-'));
  await cp(DIST, folder, {recursive: true});
  const build = portalBuildSchema.parse(JSON.parse(await readFile(join(folder, 'portal.json'), 'utf8')));
  for (let index = build.modules.length; index < count; index++) {
    const id = `bench-${index}`;
    const base = `/m/${id}/1.0.0/`;
    await mkdir(join(folder, 'client', base), {recursive: true});
    await writeFile(join(folder, 'client', base, 'manifest.json'), JSON.stringify(toManifest(id, index)));
    await writeFile(join(folder, 'client', base, PAGE), toPage(id));
    build.modules.push({id, version: '1.0.0', base, preload: {[PAGE]: []}});
  }
  await writeFile(join(folder, 'portal.json'), JSON.stringify(build));
  return {folder, remove: () => rm(folder, {recursive: true})};
}

const PAGE = 'page-Bench0_0.js';

function toManifest(id: string, index: number): ModuleManifest {
  return {
    id,
    name: `Bench ${index}`,
    version: '1.0.0',
    apiVersion: 1,
    description: 'One of many',
    permissions: ['component:view'],
    routes: {
      base: `/${id}`,
      definitions: [
        {path: '/', component: {entry: PAGE, export: 'Page'}, title: `Bench ${index}`},
        {path: '/:item', component: {entry: PAGE, export: 'Page'}, title: ':item'},
      ],
    },
    navigation: [{id: 'main', label: `Bench ${index}`, icon: 'box', path: `/${id}`, order: 1000 + index}],
  };
}

function toPage(id: string): string {
  return `export class Page extends HTMLElement {
    connectedCallback() {
      const heading = document.createElement('h1');
      heading.textContent = '${id}';
      this.replaceChildren(heading);
    }
  }`;
}
