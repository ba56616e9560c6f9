import {existsSync} from 'node:fs';
import {registerHooks} from 'node:module';
import {extname, relative, sep} from 'node:path';
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
      if (alias !== undefined) return next(new URL(alias, pathToFileURL(`${root}/`)).href, context);
      return next(toWholeName(specifier, context.parentURL), context);
    },
    load(url, context, next) {
      const entry = url.startsWith('file:') ? toBrowserEntry(root, fileURLToPath(url)) : undefined;
      if (entry === undefined) return next(url, context);
      const source = toMarkerSource(entry, readExportNames(fileURLToPath(url)));
      return {format: 'module', source, shortCircuit: true};
    },
  });
}

/** `./pages/Analytics` names `./pages/Analytics.ts`, for the build as for the bundler. */
function toWholeName(specifier: string, parent: string | undefined): string {
  if (!/^[.]{1,2}[/]/.test(specifier) || extname(specifier) !== '' || parent === undefined) return specifier;
  const endings = ['.ts', '.js', '/index.ts'];
  const ending = endings.find((each) => existsSync(new URL(specifier + each, parent)));
  return specifier + (ending ?? '');
}

function toBrowserEntry(root: string, file: string): string | undefined {
  const [room, id, folder, ...rest] = relative(root, file).split(sep);
  if (room !== 'modules' || id === undefined || folder === undefined || rest.length === 0) return undefined;
  return BROWSER_FOLDERS.includes(folder) ? `./${[folder, ...rest].join('/')}` : undefined;
}
