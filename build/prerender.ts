import {join} from 'node:path';
import {build} from 'vite';
import type {PortalBuild} from '@openchoreo/portal-contract';
import {toSourceManifest} from './manifests.ts';
import {toReferenceKey, type ModuleEntry, type ModulePlan} from './module-entries.ts';
import {SERVER_FOLDER} from './paths.ts';
import type {ReadModule} from './read-modules.ts';
import {findReferences, type Reference} from './references.ts';
import {toEntrySource} from './to-entry-source.ts';
import {toInput, virtualEntries} from './virtual-entries.ts';

const ENTRY = 'prerender';

/**
 * Bundles for Node what draws pages on the server: the shell's half, and the files with pages and cards whose manifest
 * says `prerender`. Libraries are in the bundle, so that it is one copy of Lit that draws. Nothing where none says so.
 */
export async function buildPrerender(
  root: string,
  modules: readonly ReadModule[],
  fileOf: (name: string) => string,
): Promise<PortalBuild['prerender']> {
  const drawn = modules.flatMap(({plan}) => findDrawn(plan));
  if (drawn.length === 0) return undefined;
  const entries = new Map([
    [ENTRY, join(root, 'shell/prerender/prerender.ts')],
    ...drawn.map((entry) => [entry.name, toEntrySource(entry)] as const),
  ]);
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [virtualEntries(entries), drawnIcons(root)],
    ssr: {noExternal: true, target: 'node'},
    build: {
      ssr: true,
      outDir: SERVER_FOLDER,
      rolldownOptions: {
        input: toInput(entries),
        output: {entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js'},
      },
    },
  });
  return {
    entry: `server/${ENTRY}.js`,
    files: Object.fromEntries(drawn.map(({name}) => [`/${fileOf(name)}`, `server/${name}.js`])),
  };
}

/** The files that hold something to be drawn. */
function findDrawn(plan: ModulePlan): readonly ModuleEntry[] {
  const manifest = toSourceManifest(plan.module);
  const wanted = new Set(findMarked(manifest));
  const found = findReferences(manifest).filter((reference) => wanted.has(toName(reference)));
  return [...new Set(found.flatMap((reference) => plan.placed.get(toReferenceKey(reference))?.entry ?? []))];
}

/** The components beside a `prerender: true`, wherever that stands. */
function findMarked(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const {prerender, component} = value as {prerender?: unknown; component?: Reference};
  const own = prerender === true && component ? [toName(component)] : [];
  return [...own, ...Object.values(value).flatMap(findMarked)];
}

function toName({entry, export: name}: Reference): string {
  return `${entry}#${name}`;
}

/** Icons are drawn by calls of the document's in browsers, and as markup here. */
function drawnIcons(root: string): {name: string; enforce: 'pre'; load(id: string): string | undefined} {
  const file = join(root, 'adapters/lit/icon.ts');
  const ours = join(root, 'shell/prerender/icon.ts');
  return {
    name: 'drawn-icons',
    enforce: 'pre',
    load: (id) => (id === file ? `export {icon} from '${ours}';` : undefined),
  };
}
