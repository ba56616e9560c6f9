import {build, type Rolldown} from 'vite';
import {listFacades, listReact, toFacadeSource} from '../facades.ts';
import {toInput, virtualEntries} from '../virtual-entries.ts';

/** Which of a library's two builds: development checks more (StrictMode, warnings), production is what ships. */
export type Mode = 'production' | 'development';

/** Libraries as ES modules that share one copy of what they have in common: code by file name, `react-dom/client.js`. */
type Bundle = ReadonlyMap<string, string>;

/** What browser tests import from libraries that come in many files, beyond what modules get of the portal. */
const IN_TESTS = [
  '@open-wc/testing',
  'lit/directive-helpers.js',
  'lit/directives/style-map.js',
  'lit-html',
  'lit-html/is-server.js',
  'lit-element/lit-element.js',
  '@lit/reactive-element',
  'zod/mini',
];

/** Libraries without React, by the specifiers under which they are imported. */
export function listLibraries(root: string): readonly string[] {
  const shared = listFacades(root).map(({specifier}) => specifier);
  return [
    ...shared.filter((specifier) => /^(?:lit|@lit|nanostores|@tanstack[/]query-core)/.test(specifier)),
    ...IN_TESTS,
  ];
}

/** The libraries in their production builds: one file each, where a test page would fetch hundreds. */
export function bundleLibraries(root: string): Promise<Bundle> {
  const entries = listLibraries(root).map(
    (specifier) => [toLibraryFile(specifier), `export * from '${specifier}';`] as const,
  );
  // These look for a bundler's `require`, and would take all at once.
  return bundle(root, new Map(entries), 'production', {require: 'undefined'});
}

/** The name of the file that stands for the specifier. */
export function toLibraryFile(specifier: string): string {
  return specifier.endsWith('.js') ? specifier : `${specifier}.js`;
}

/** React, which is CommonJS. */
export function bundleReact(root: string, mode: Mode): Promise<Bundle> {
  return bundle(root, new Map(listReact(root).map((facade) => [facade.file, toFacadeSource(facade)])), mode);
}

async function bundle(
  root: string,
  entries: ReadonlyMap<string, string>,
  mode: Mode,
  define: Readonly<Record<string, string>> = {},
): Promise<Bundle> {
  const {output} = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    mode,
    define: {'process.env.NODE_ENV': JSON.stringify(mode), ...define},
    plugins: [virtualEntries(entries)],
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      rolldownOptions: {
        input: toInput(entries),
        // The test runner's own files, and what only some tests load.
        external: [/^[/]__web/, 'axe-core/axe.min.js'],
        preserveEntrySignatures: 'strict',
        output: {entryFileNames: '[name]', chunkFileNames: '[name].js'},
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])));
}
