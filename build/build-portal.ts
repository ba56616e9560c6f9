import {readFile, rename} from 'node:fs/promises';
import {join} from 'node:path';
import type {PortalBuild} from '@openchoreo/portal-contract';
import {buildEmbed} from './build-embed.ts';
import {bundle} from './bundle.ts';
import {compressFolder} from './compress.ts';
import {findExposedCode} from './find-exposed-code.ts';
import {findFacadeImports} from './find-facade-imports.ts';
import {findDrawn} from './find-drawn.ts';
import {FACADES_FOLDER, hashFacades, isOfReact, listFacades, toFacadeSource, toImportMap} from './facades.ts';
import {toBuiltManifest} from './manifests.ts';
import {listCriticalCss, toCss, toPageTemplate} from './page-template.ts';
import {ASSETS, CLIENT_FOLDER, PAGE_TEMPLATE, PORTAL_JSON} from './paths.ts';
import {findStaticImports, toChunks, type Chunks} from './preloads.ts';
import {groupSharedFiles} from './shared-files.ts';
import {buildPrerender} from './prerender.ts';
import {readModules, type ReadModule} from './read-modules.ts';
import {toEntrySource} from './to-entry-source.ts';
import {writeFileInFolder} from './write-file.ts';

const SHELL = `${ASSETS}/shell`;
/** Parts of the shell that every tab fetches when its first page is there, by the names of their files. */
const IDLE = ['late-parts', 'start-live'];
const CRITICAL_CSS = `${ASSETS}/critical-css`;

/**
 * Builds the shell, the first-party modules and the shared libraries into `dist/`, replacing what was there.
 * Throws a `BuildError` that lists every fault of the sources before anything is replaced.
 */
export async function buildPortal(root: string, warn: (line: string) => void = () => {}): Promise<PortalBuild> {
  const {modules, catalogues, warnings} = await readModules(root);
  for (const warning of warnings) warn(`Warning: ${warning}`);
  const client = join(root, CLIENT_FOLDER);
  const bases = new Map(modules.map(({plan}) => [plan.module.id, plan.base]));
  const facades = listFacades(root);
  const rooms = new Map([
    [SHELL, join(root, 'shell/main.ts')],
    ...modules.flatMap(({plan}) => plan.entries.map((entry) => [entry.name, toEntrySource(entry, plan.main)] as const)),
  ]);
  const shared = facades.map((facade) => [`${FACADES_FOLDER}/${facade.file}`, toFacadeSource(facade)] as const);

  const page = [
    CRITICAL_CSS,
    listCriticalCss(root)
      .map((file) => `import '${file}';`)
      .join('\n'),
  ] as const;
  const alone = await bundle({root, entries: new Map([...rooms, page]), bases, groups: new Map(), write: false});
  const template = await toPageTemplate(root, toCss(alone));
  const drawn = new Set(modules.flatMap(({plan}) => findDrawn(plan)).map(({name}) => name));
  const offered = await bundle({root, entries: new Map(shared), bases, groups: new Map(), write: false});
  const ofReact = new Set(facades.filter(isOfReact).map(({file}) => `${FACADES_FOLDER}/${file}`));
  const sharing = {root, shell: SHELL, bases, drawn, idle: IDLE, ofReact};
  const groups = groupSharedFiles(toChunks(alone), toChunks(offered), sharing);
  const chunks = toChunks(await bundle({root, entries: new Map([...rooms, ...shared]), bases, groups, write: true}));
  const exposed = findExposedCode(chunks, root);
  if (exposed.length > 0) throw new Error(`Code of modules would be served to everybody: ${exposed.join(', ')}`);
  const lost = findFacadeImports(chunks);
  if (lost.length > 0) throw new Error(`Built files import façades, which are renamed: ${lost.join(', ')}`);
  const hash = hashFacades(chunks);
  await rename(join(client, FACADES_FOLDER), join(client, `${FACADES_FOLDER}-${hash}`));

  const files = new Map(Object.values(chunks).map((chunk) => [chunk.name, chunk.fileName]));
  const fileOf = (name: string): string => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`The bundler made no file for ${name}.`);
    return file;
  };
  for (const catalogue of catalogues)
    await writeFileInFolder(join(client, ASSETS, catalogue.fileName), catalogue.source);
  const embedded = await buildEmbed(root, modules);
  const built = await Promise.all(
    modules.map(async (module) => {
      const embed = embedded.get(module.plan.module.id);
      return {...(await writeModule(client, module, fileOf, chunks)), ...(embed && {embed})};
    }),
  );
  const {version} = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {version: string};
  const portal: PortalBuild = {
    version,
    shell: {entry: `/${fileOf(SHELL)}`, preload: findStaticImports(chunks, fileOf(SHELL)).map(toAddress)},
    importMap: {imports: toImportMap(facades, `/${FACADES_FOLDER}-${hash}/`)},
    prerender: await buildPrerender(root, modules, fileOf),
    messages: Object.fromEntries(catalogues.map(({locale, fileName}) => [locale, `/${ASSETS}/${fileName}`])),
    modules: built,
  };
  await compressFolder(client);
  await writeFileInFolder(join(root, PAGE_TEMPLATE), template);
  await writeFileInFolder(join(root, PORTAL_JSON), JSON.stringify(portal, null, 2));
  return portal;
}

async function writeModule(
  client: string,
  {plan, catalogues}: ReadModule,
  fileOf: (name: string) => string,
  chunks: Chunks,
): Promise<PortalBuild['modules'][number]> {
  const manifest = toBuiltManifest(plan, fileOf, catalogues);
  const folder = join(client, plan.base);
  for (const catalogue of catalogues) await writeFileInFolder(join(folder, catalogue.fileName), catalogue.source);
  await writeFileInFolder(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const preload = plan.entries.map(({name}) => {
    const file = fileOf(name);
    return [file.slice(plan.base.length + 1), findStaticImports(chunks, file).map(toAddress)] as const;
  });
  return {id: manifest.id, version: manifest.version, base: `/${plan.base}/`, preload: Object.fromEntries(preload)};
}

function toAddress(file: string): string {
  return `/${file}`;
}
