// Byte budgets (brotli) of what a browser fetches: what was measured, rounded up by about a tenth.
import {existsSync, globSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';

const CLIENT = 'dist/client';
const portal = existsSync('dist/portal.json') ? JSON.parse(readFileSync('dist/portal.json', 'utf8')) : undefined;

/** The files, and all they import statically. */
const withImports = (files) => {
  const found = new Set(files);
  for (const file of found) {
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"([.][^"]+)"/g);
    for (const [, path] of imports) found.add(join(dirname(file), path));
  }
  return [...found];
};

const shell = portal ? withImports([CLIENT + portal.shell.entry]) : [];
/** The parser of answers: the shell fetches it when the first page is there, with the stream of live updates. */
const idle = portal
  ? withImports(globSync(`${CLIENT}/assets/answers-*.js`)).filter((file) => !shell.includes(file))
  : [];
const beyondShell = (files) => withImports(files).filter((file) => !shell.includes(file) && !idle.includes(file));

const budget = (name, limit, path) => ({name, limit, path, brotli: true});

/** One budget for every file of a kind; what costs nothing beyond the shell needs none. */
const budgetEach = (limit, files, toName) =>
  files.map((file) => budget(toName(file), limit, beyondShell([file]))).filter(({path}) => path.length > 0);

const moduleFile = (id, start) => {
  const {base, preload} = portal.modules.find((module) => module.id === id) ?? {preload: {}};
  return Object.keys(preload)
    .filter((file) => file.startsWith(start))
    .map((file) => CLIENT + base + file);
};

const facades = portal ? join(CLIENT, dirname(portal.importMap.imports['lit'] ?? '/none')) : '';
/** All that a module written in React may import, once for all of them. */
const react = globSync(`${facades}/{react*.js,react*/*.js,@tanstack/react-query.js,@openchoreo/portal-react.js}`);
/** All of `window.OpenChoreo` but what is fetched when it is first rendered. */
const consumer = globSync(`${facades}/@openchoreo/portal-openchoreo-global.js`);
/** A page of a module written in React comes without what the first of them brings for all. */
const isReact = (id) => {
  const file = `modules/${id}/package.json`;
  return existsSync(file) && 'react' in (JSON.parse(readFileSync(file, 'utf8')).dependencies ?? {});
};
const beyondReact = (file) => beyondShell([file]).filter((one) => !withImports(react).includes(one));
const pagesOf = (written) =>
  portal?.modules.filter(({id}) => isReact(id) === written).flatMap(({id}) => moduleFile(id, '')) ?? [];
const toPageName = (file) => `${relative(join(CLIENT, 'm'), file)}, beyond the shell`;

/** What a foreign page fetches for one element beyond the host: its file, the start of its module, its catalogue. */
const embeddedElement = ({id, version, embed}, {entry}) => {
  const base = `${CLIENT}/embed/code/-/${id}/${version}/`;
  const files = [entry, ...(embed.main ? [embed.main.entry] : [])].map((file) => base + file);
  const shared = embeddedHost();
  return [...withImports(files).filter((file) => !shared.includes(file)), base + embed.messages['en']];
};

/** The script, the host, and what is fetched when it is known who the person is. */
const embeddedHost = () =>
  withImports([
    ...globSync(`${CLIENT}/embed/*.js`).slice(0, 1),
    ...globSync(`${CLIENT}/embed/lib/runtime-*.js`).filter((file) => !file.includes('rolldown')),
  ]);

const embedded =
  portal?.modules.flatMap((module) => (module.embed?.elements ?? []).map((element) => ({module, element}))) ?? [];

export default portal && [
  // With dashboard, page and what comes when the browser is idle it must stay below 100 kB in all: e2e/first-paint.spec.ts.
  budget('shell, first load', '64 kB', shell),
  budget('shell, after the first page', '9 kB', idle),
  budget(
    'dashboard with its cards, beyond the shell',
    '9 kB',
    beyondShell([...moduleFile('dashboard', 'dashboard-page'), ...moduleFile('components', 'development-cards')]),
  ),
  ...budgetEach('24 kB', pagesOf(false), toPageName),
  // With what draws only the rows in sight of long lists, 9 kB.
  ...pagesOf(true).map((file) => budget(`${toPageName(file)} and React`, '28 kB', beyondReact(file))),
  ...budgetEach(
    '14 kB',
    globSync(`${facades}/{*,!(shoelace)/**/*}.js`).filter(
      (file) => !file.endsWith('/portal-contract.js') && !react.includes(file) && !consumer.includes(file),
    ),
    (file) => `shared: ${relative(facades, file)}`,
  ),
  ...(react.length > 0 ? [budget('the first React module, beyond its own bundle', '75 kB', beyondShell(react))] : []),
  ...(consumer.length > 0
    ? [budget('the first consumer of window.OpenChoreo, in all', '140 kB', beyondShell([...react, ...consumer]))]
    : []),
  // With the schemas of manifests and of what consumers register, and the check of routes, which nothing of the first load uses.
  ...budgetEach('24 kB', globSync(`${facades}/**/portal-contract.js`), (file) => `shared: ${relative(facades, file)}`),
  // What was promised to other web apps: the first element in a page at most 45 kB, the next its own code.
  ...embedded.flatMap(({module, element}) => [
    budget(`<${element.tag}> in a foreign page, the first`, '45 kB', [
      ...embeddedHost(),
      ...embeddedElement(module, element),
    ]),
    budget(`<${element.tag}> in a foreign page, the next`, '7 kB', embeddedElement(module, element)),
  ]),
  ...budgetEach('30 kB', globSync(`${facades}/shoelace/**/*.js`), (file) => `shared: ${relative(facades, file)}`),
];
