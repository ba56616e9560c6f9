import {createHash} from 'node:crypto';
import {globSync} from 'node:fs';
import {createRequire} from 'node:module';
import {basename, dirname, join} from 'node:path';
import {ASSETS} from './paths.ts';
import type {Chunks} from './preloads.ts';

/** Where the façades are built to; afterwards the folder's name gets the hash of everything in it. */
export const FACADES_FOLDER = `${ASSETS}/lib`;

/** A library that modules built elsewhere take from the portal, by the specifier they import it under. */
export interface Facade {
  readonly specifier: string;
  /** Its file under the façades' folder: `lit/decorators.js`. */
  readonly file: string;
  readonly hasDefault?: boolean;
  /** What a CommonJS library exports: `export *` would see none of it. */
  readonly names?: readonly string[];
}

/** CommonJS libraries. Their names are read from what the build's own Node gets of them. */
const COMMON_JS = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client'];

/** What stands on React. */
const ON_REACT = ['@tanstack/react-query', '@openchoreo/portal-react', '@openchoreo/portal-openchoreo-global'];

/** Directives that write no style attribute: the page's Content-Security-Policy refuses `style-map`. */
const LIT_DIRECTIVES = [
  'cache', 'choose', 'class-map', 'guard', 'if-defined', 'join', 'keyed', 'live', 'map', 'range', 'ref', 'repeat',
  'template-content', 'unsafe-html', 'until', 'when',
]; // prettier-ignore

/** Shoelace components that write style attributes, or fetch: not usable under the page's policy. */
const LEFT_OUT = ['carousel', 'carousel-item', 'color-picker', 'image-comparer', 'include', 'progress-bar', 'progress-ring', 'rating']; // prettier-ignore

const SHOELACE = '@shoelace-style/shoelace/dist/components/';

/** Specifier prefixes mapped as a whole, and the folder of façades each stands for. */
const PREFIXES = [
  ['lit/', 'lit/'],
  [SHOELACE, 'shoelace/'],
] as const;

/** The shared libraries. */
export function listFacades(root: string): readonly Facade[] {
  const directives = LIT_DIRECTIVES.map((name) => `lit/directives/${name}.js`);
  const lit = ['lit/decorators.js', 'lit/directive.js', 'lit/async-directive.js', 'lit/static-html.js', ...directives];
  const named = ['lit', '@lit/context', '@lit/task', '@tanstack/query-core', 'nanostores', '@openchoreo/portal-contract', '@openchoreo/portal-lit', ...ON_REACT]; // prettier-ignore
  return [
    ...named.map((specifier) => ({specifier, file: `${specifier}.js`})),
    ...listReact(root),
    ...lit.map((specifier) => ({specifier, file: specifier})),
    ...listShoelace(root).map((name) => {
      const specifier = `${SHOELACE}${name}/${name}.component.js`;
      return {specifier, file: `shoelace/${name}/${name}.component.js`, hasDefault: true};
    }),
  ];
}

/**
 * The page's import map. Folders are mapped by prefix: every page carries the map, so it stays a handful of lines.
 * @param base address of the façades' folder, with a slash at its end
 */
export function toImportMap(facades: readonly Facade[], base: string): Record<string, string> {
  const single = facades.filter(({specifier}) => !PREFIXES.some(([prefix]) => specifier.startsWith(prefix)));
  return Object.fromEntries([
    ...single.map(({specifier, file}) => [specifier, `${base}${file}`] as const),
    ...PREFIXES.map(([prefix, folder]) => [prefix, `${base}${folder}`] as const),
  ]);
}

/** Whether who imports it imports React. */
export function isOfReact({specifier}: Facade): boolean {
  return COMMON_JS.includes(specifier) || ON_REACT.includes(specifier);
}

/** React's own packages, which are CommonJS. */
export function listReact(root: string): readonly Facade[] {
  const require = createRequire(join(root, 'package.json'));
  return COMMON_JS.map((specifier) => {
    const names = Object.keys(require(specifier) as Record<string, unknown>);
    return {specifier, file: `${specifier}.js`, names};
  });
}

export function toFacadeSource({specifier, hasDefault, names}: Facade): string {
  if (names) return `import all from '${specifier}';\nexport default all;\nexport const {${names.join(', ')}} = all;`;
  const all = `export * from '${specifier}';`;
  return hasDefault ? `${all}\nexport {default} from '${specifier}';` : all;
}

export function hashFacades(chunks: Chunks): string {
  const hash = createHash('sha256');
  const files = Object.keys(chunks).filter((file) => file.startsWith(`${FACADES_FOLDER}/`));
  for (const file of files.sort()) hash.update(file).update(chunks[file]?.code ?? '');
  return hash.digest('base64url').slice(0, 8);
}

function listShoelace(root: string): readonly string[] {
  const pattern = join(root, 'node_modules', SHOELACE, '*', '*.component.js');
  return globSync(pattern)
    .map((file) => basename(dirname(file)))
    .filter((name) => !LEFT_OUT.includes(name))
    .sort();
}
