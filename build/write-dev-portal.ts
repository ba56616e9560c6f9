import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {PortalBuild} from '@openchoreo/portal-contract';
import {toDevAddress} from './dev-facades.ts';
import {listFacades} from './facades.ts';
import {toSourceAddressManifest} from './manifests.ts';
import {listCriticalCss, toPageTemplate} from './page-template.ts';
import {readModules} from './read-modules.ts';
import {writeFileInFolder} from './write-file.ts';

const SHELL = '/shell/main.ts';
const ENTRY_PLACE = '<!--portal:entry-->';

/**
 * Writes what the gateway reads, for development: manifests, catalogues and page as in a build, but every address of
 * code is a source file's, which Vite serves. Throws a `BuildError` when the sources are not sound.
 */
export async function writeDevPortal(root: string, folder: string): Promise<void> {
  const {modules, catalogues} = await readModules(root);
  const client = join(folder, 'client');
  await rm(folder, {recursive: true, force: true});
  for (const {locale, source} of catalogues)
    await writeFileInFolder(join(client, `assets/messages.${locale}.json`), source);
  for (const {plan, catalogues: own} of modules) {
    const manifest = toSourceAddressManifest(plan, own);
    await writeFileInFolder(join(client, plan.base, 'manifest.json'), JSON.stringify(manifest));
    for (const {fileName, source} of own) await writeFileInFolder(join(client, plan.base, fileName), source);
  }
  const css = await Promise.all(listCriticalCss(root).map((file) => readFile(file, 'utf8')));
  const page = await toPageTemplate(root, css.join('\n'));
  const viteClient = `<script type="module" nonce="{{nonce}}" src="/@vite/client"></script>`;
  await writeFileInFolder(join(folder, 'index.html'), page.replace(ENTRY_PLACE, `${viteClient}${ENTRY_PLACE}`));
  const portal: PortalBuild = {
    version: '0.0.0-dev',
    shell: {entry: SHELL, preload: []},
    importMap: {
      imports: Object.fromEntries(
        listFacades(root).map(({specifier, names}) => [specifier, toDevAddress(specifier, names !== undefined)]),
      ),
    },
    messages: Object.fromEntries(catalogues.map(({locale}) => [locale, `/assets/messages.${locale}.json`])),
    modules: modules.map(({plan}) => ({
      id: plan.module.id,
      version: String(plan.module.config['version']),
      base: `/${plan.base}/`,
      preload: {},
    })),
  };
  await writeFileInFolder(join(folder, 'portal.json'), JSON.stringify(portal));
}
