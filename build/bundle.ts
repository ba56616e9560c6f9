import {join} from 'node:path';
import {build, type InlineConfig, type Rolldown} from 'vite';
import {toChunkFileName} from './chunks.ts';
import {FACADES_FOLDER} from './facades.ts';
import {findChunkCycles} from './find-chunk-cycles.ts';
import {leaveFacadesOut} from './leave-facades-out.ts';
import {ASSETS, CLIENT_FOLDER} from './paths.ts';
import {toChunks} from './preloads.ts';
import {OFFERED} from './shared-files.ts';
import {toInput, virtualEntries, type Entries} from './virtual-entries.ts';

const CRUMBS = `${ASSETS}/vendor`;

export interface BundleOptions {
  readonly root: string;
  /** What to build, by name: a source file's path, or code. */
  readonly entries: Entries;
  /** Base of each module's files, by module id. */
  readonly bases: ReadonlyMap<string, string>;
  /** By source file: the built file it goes into. What is not named is placed by the bundler. */
  readonly groups: ReadonlyMap<string, string>;
  /** False only looks: nothing is written. */
  readonly write: boolean;
}

/** Bundles the entries with the project's `vite.config.ts`. Rejects when built files would import each other in a circle. */
export async function bundle({root, entries, bases, groups, write}: BundleOptions): Promise<Rolldown.OutputBundle> {
  const config: InlineConfig = {
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [virtualEntries(entries), leaveFacadesOut()],
    build: {
      write,
      outDir: CLIENT_FOLDER,
      assetsDir: ASSETS,
      rolldownOptions: {
        input: toInput(entries),
        preserveEntrySignatures: 'allow-extension',
        output: {
          comments: false,
          entryFileNames: ({name}) => (name.startsWith(`${FACADES_FOLDER}/`) ? '[name]' : '[name]-[hash].js'),
          chunkFileNames: toChunkFileName(root, bases),
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              {
                debugName: 'shared files',
                name(id: string, context) {
                  const group = groups.get(id);
                  if (group !== undefined && !group.startsWith(OFFERED)) return group;
                  return isCrumb(root, context.getModuleInfo(id)) ? CRUMBS : (group ?? null);
                },
              },
            ],
          },
        },
      },
    },
  };
  const {output} = (await build(config)) as Rolldown.RolldownOutput;
  const files = Object.fromEntries(output.map((file) => [file.fileName, file]));
  const cycles = findChunkCycles(toChunks(files));
  if (cycles.length > 0) throw new Error(`Built files import each other in a circle: ${cycles.join(', ')}`);
  return files;
}

/**
 * Whether it is so little that it is not worth a request: the bundler's own helpers, and constants of the contract,
 * which are inlined in every file but the façade that exports them.
 */
function isCrumb(root: string, info: Rolldown.ModuleInfo | null): boolean {
  if (!info?.code) return true;
  return info.id.startsWith(join(root, 'contract/')) && info.code.length < 400 && info.importedIds.length === 0;
}
