import {globSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';

export default {
  // Programs that scripts/checks run by their path, the Node they run on, and a shared library that only façades name.
  ignoreDependencies: ['dependency-cruiser', 'prettier', 'typescript-7', 'puppeteer', 'node', '@lit/task'],
  ignoreBinaries: ['apt-get'],
  ignoreExportsUsedInFile: {interface: true, type: true},
  workspaces: {
    '.': {
      entry: [
        'shell/{main,embed/main,embed/plain-answers,prerender/icon,prerender/prerender}.ts',
        'gateway/main.ts',
        // The room's door: its types are for whoever opens it.
        'platform/index.ts',
        'platform/conformance/main.ts',
        'scripts/*.{ts,mjs}',
        'build/evaluate/main.ts',
        'e2e/**/*.spec.ts',
        // Built by e2e tests, each by its own configuration.
        'docs/examples/*/{vite.config.js,src/*.{js,jsx}}',
        // Web apps of somebody else.
        'e2e/embed-apps/*.ts',
        'bench/*.ts',
        // Modules of the shell's own tests, fetched by address.
        'shell/testing/*/*.{ts,tsx}',
        '{shell,gateway,platform,cli,scripts,build}/**/*.test.{ts,tsx}',
        '{gateway,platform}/**/drizzle.config.ts',
        '*.config.{ts,mjs}',
      ],
      project: [
        '{shell,gateway,platform,cli,scripts,build,e2e,bench}/**/*.{ts,tsx,mjs}',
        'docs/examples/*/{vite.config.js,src/*.{js,jsx}}',
        '*.{ts,mjs}',
      ],
    },
    contract: {entry: ['**/*.test.ts'], project: ['**/*.ts']},
    'adapters/*': {entry: ['**/*.test.{ts,tsx}'], project: ['**/*.{ts,tsx}']},
    // What a test page fetches by its address.
    'adapters/react': {entry: ['**/*.test.{ts,tsx}', 'testing/*.tsx'], project: ['**/*.{ts,tsx}']},
    ...listModules(),
  },
};

/** Each module's entries: its own three files, its tests, and the components that its manifest names as data. */
function listModules(): Readonly<Record<string, {entry: string[]; project: string[]}>> {
  const modules = globSync('modules/*/module.config.ts').map((file) => {
    const folder = dirname(file);
    const named = [...readFileSync(file, 'utf8').matchAll(/entry: '([^']+)'/g)].map((match) => match[1] ?? '');
    const entries = named.map((entry) => relative(folder, join(folder, entry)));
    const entry = ['module.config.ts', 'routes/index.{ts,tsx}', '**/*.test.{ts,tsx}', ...entries];
    return [folder, {entry, project: ['**/*.{ts,tsx}']}] satisfies [string, unknown];
  });
  return Object.fromEntries(modules);
}
