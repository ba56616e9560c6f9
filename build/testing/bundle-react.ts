import {build, type Rolldown} from 'vite';
import {listReact, toFacadeSource} from '../facades.ts';
import {toInput, virtualEntries} from '../virtual-entries.ts';

/** Which of its two builds: development checks more (StrictMode, warnings), production is what ships. */
export type ReactMode = 'production' | 'development';

/** React, which is CommonJS, as ES modules that share one copy: code by file name, `react-dom/client.js`. */
export async function bundleReact(root: string, mode: ReactMode): Promise<ReadonlyMap<string, string>> {
  const entries = new Map(listReact(root).map((facade) => [facade.file, toFacadeSource(facade)]));
  const {output} = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    mode,
    define: {'process.env.NODE_ENV': JSON.stringify(mode)},
    plugins: [virtualEntries(entries)],
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      rolldownOptions: {
        input: toInput(entries),
        preserveEntrySignatures: 'strict',
        output: {entryFileNames: '[name]', chunkFileNames: '[name].js'},
      },
    },
  })) as Rolldown.RolldownOutput;
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])));
}
