import {join} from 'node:path';
import {build} from 'vite';
import type {PortalBuild} from '@openchoreo/portal-contract';
import {findDrawn} from './find-drawn.ts';
import {SERVER_FOLDER} from './paths.ts';
import type {ReadModule} from './read-modules.ts';
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
