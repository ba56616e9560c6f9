import {registerHooks} from 'node:module';
import {relative, sep} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {resolveAlias} from '../aliases.ts';
import {readExportNames} from './export-names.ts';
import {toMarkerSource} from './marker.ts';

/** Folders of a module whose files are browser code: they are named in the manifest, never run by the build. */
const BROWSER_FOLDERS = ['pages', 'components', 'hooks', 'stores', 'services'];

/**
 * From now on, importing browser code of a module yields markers in place of what it exports, and `@/` names resolve.
 * Ends with the process.
 */
export function registerStubs(root: string): void {
  registerHooks({
    resolve(specifier, context, next) {
      const alias = resolveAlias(specifier);
      return next(alias === undefined ? specifier : new URL(alias, pathToFileURL(`${root}/`)).href, context);
    },
    load(url, context, next) {
      const entry = url.startsWith('file:') ? toBrowserEntry(root, fileURLToPath(url)) : undefined;
      if (entry === undefined) return next(url, context);
      const source = toMarkerSource(entry, readExportNames(fileURLToPath(url)));
      return {format: 'module', source, shortCircuit: true};
    },
  });
}

function toBrowserEntry(root: string, file: string): string | undefined {
  const [room, id, folder, ...rest] = relative(root, file).split(sep);
  if (room !== 'modules' || id === undefined || folder === undefined || rest.length === 0) return undefined;
  return BROWSER_FOLDERS.includes(folder) ? `./${[folder, ...rest].join('/')}` : undefined;
}
