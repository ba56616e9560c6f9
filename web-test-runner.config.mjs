import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter, summaryReporter} from '@web/test-runner';
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {fileURLToPath} from 'node:url';
import {resolveAlias} from './build/aliases.ts';
import {listReact} from './build/facades.ts';
import {bundleLibraries, bundleReact, listLibraries, toLibraryFile} from './build/testing/bundle-libraries.ts';
import {listModules} from './build/testing/list-modules.ts';
import {findBrowsers} from './scripts/browsers.ts';
import {resultsReporter} from './scripts/browsers/results-reporter.ts';
import {webkitLauncher} from './scripts/browsers/webkit-launcher.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

// ENGINES=chromium npx wtr --files 'shell/**/*.test.ts' runs one engine; without it, all that are installed.
const found = findBrowsers();
const engines = (process.env.ENGINES ?? 'chromium,firefox,webkit').split(',');

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // So that tests can tell whether the heap grows.
  '--js-flags=--expose-gc',
  '--enable-precise-memory-info',
];

const LAUNCHERS = {
  chromium: () =>
    puppeteerLauncher({launchOptions: {executablePath: found.chromium, args: CHROMIUM_FLAGS}, concurrency: 1}),
  firefox: () =>
    puppeteerLauncher({launchOptions: {browser: 'firefox', executablePath: found.firefox}, concurrency: 1}),
  webkit: () => webkitLauncher(found.webkit),
};

export default {
  files: ['{shell,adapters,modules}/**/*.test.{ts,tsx,html}', '!**/node_modules/**'],
  rootDir: root,
  nodeResolve: {exportConditions: ['browser', 'production'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json']},
  hostname: '127.0.0.1',
  // One page at a time in each engine: tests that focus, scroll or type need the page to be in front.
  concurrency: 1,
  browsers: engines.filter((engine) => engine in found).map((engine) => LAUNCHERS[engine]()),
  plugins: [
    esbuildPlugin({ts: true, tsx: true, target: 'es2023', tsconfig: `${root}tsconfig.json`}),
    {name: 'aliases', resolveImport: ({source}) => resolveAlias(source)?.replace(/^[.]/, '')},
    jsonModules(),
    reactLibraries(),
    otherLibraries(),
    firstPartyModules(),
    productionBuilds(),
  ],
  testFramework: {config: {timeout: 5000}},
  testsFinishTimeout: 120_000,
  reporters: process.env.WTR_RESULTS
    ? [defaultReporter({reportTestProgress: false}), resultsReporter(process.env.WTR_RESULTS)]
    : [defaultReporter(), summaryReporter()],
};

/** The TypeScript transform drops `with {type: 'json'}`, so JSON that is imported is served as a module. */
function jsonModules() {
  const isImported = ({path, headers}) => path.endsWith('.json') && headers['sec-fetch-dest'] === 'script';
  return {
    name: 'json-modules',
    resolveMimeType: (context) => (isImported(context) ? 'js' : undefined),
    transform: (context) => (isImported(context) ? `export default ${context.body};` : undefined),
  };
}

/** `/__modules.json`: every module under `modules/`, as the build would read it, for tests that run all of them. */
function firstPartyModules() {
  let list;
  return {
    name: 'first-party-modules',
    async serve({path}) {
      if (path !== '/__modules.json') return undefined;
      list ??= listModules(root);
      return {body: JSON.stringify(await list), type: 'json'};
    },
  };
}

/**
 * React, which is CommonJS, as ES modules: `/__react/production/react.js`. A test page that needs what only React's
 * development build checks maps `/__react/production/` to `/__react/development/`.
 */
function reactLibraries() {
  const specifiers = new Set(listReact(root).map(({specifier}) => specifier));
  const bundles = new Map();
  return {
    name: 'react-libraries',
    resolveImport: ({source}) => (specifiers.has(source) ? `/__react/production/${source}.js` : undefined),
    async serve({path}) {
      const [, mode, file] = /^[/]__react[/](production|development)[/](.+)$/.exec(path) ?? [];
      if (mode === undefined) return undefined;
      if (!bundles.has(mode)) bundles.set(mode, bundleReact(root, mode));
      return {body: (await bundles.get(mode)).get(file), type: 'js'};
    },
  };
}

/** The other libraries that come in many files, each as one: `/__libraries/zod/mini.js`. */
function otherLibraries() {
  const specifiers = new Set(listLibraries(root));
  let bundle;
  return {
    name: 'other-libraries',
    resolveImport: ({source}) => (specifiers.has(source) ? `/__libraries/${toLibraryFile(source)}` : undefined),
    async serve({path}) {
      if (!path.startsWith('/__libraries/')) return undefined;
      bundle ??= bundleLibraries(root);
      return {body: (await bundle).get(path.slice('/__libraries/'.length)), type: 'js'};
    },
  };
}

/** What Vite does to libraries that ask for `process.env.NODE_ENV`; their development branches load what no browser can. */
function productionBuilds() {
  const isLibrary = ({path}) => path.includes('/node_modules/') && /[.]m?js$/.test(path);
  return {
    name: 'production-builds',
    resolveImport: ({source}) => (source === '@lingui/message-utils/compileMessage' ? '/__no-compiler.js' : undefined),
    serve: ({path}) => (path === '/__no-compiler.js' ? 'export const compileMessage = undefined;' : undefined),
    transform: (context) =>
      isLibrary(context) && typeof context.body === 'string' && context.body.includes('process.env.NODE_ENV')
        ? context.body.replaceAll('process.env.NODE_ENV', '"production"')
        : undefined,
  };
}
