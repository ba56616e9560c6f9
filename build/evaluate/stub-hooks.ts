import {existsSync, readFileSync} from 'node:fs';
import {registerHooks, type LoadFnOutput} from 'node:module';
import {extname, relative, sep} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import ts from 'typescript';
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
      if (!url.startsWith('file:')) return next(url, context);
      const entry = toBrowserEntry(root, fileURLToPath(url));
      if (entry === undefined) return extname(url) === '.tsx' ? toModule(fileURLToPath(url)) : next(url, context);
      const source = toMarkerSource(entry, readExportNames(fileURLToPath(url)));
      return {format: 'module', source, shortCircuit: true};
    },
  });
}

/** Node runs no JSX: a file that may have some is compiled first. */
function toModule(file: string): LoadFnOutput {
  const {outputText} = ts.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.ReactJSX,
      verbatimModuleSyntax: true,
    },
  });
  return {format: 'module', source: outputText, shortCircuit: true};
}

/** `./pages/Analytics` names `./pages/Analytics.ts`, for the build as for the bundler. */
function toWholeName(specifier: string, parent: string | undefined): string {
  if (!/^[.]{1,2}[/]/.test(specifier) || extname(specifier) !== '' || parent === undefined) return specifier;
  const endings = ['.ts', '.tsx', '.js', '.jsx', '/index.ts', '/index.tsx'];
  const ending = endings.find((each) => existsSync(new URL(specifier + each, parent)));
  return specifier + (ending ?? '');
}

function toBrowserEntry(root: string, file: string): string | undefined {
  const [room, id, folder, ...rest] = relative(root, file).split(sep);
  if (room !== 'modules' || id === undefined || folder === undefined || rest.length === 0) return undefined;
  return BROWSER_FOLDERS.includes(folder) ? `./${[folder, ...rest].join('/')}` : undefined;
}
