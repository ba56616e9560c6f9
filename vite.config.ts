import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vite';
import {toViteAliases} from './build/aliases.ts';
import {devFacades} from './build/dev-facades.ts';
import {plainDynamicImports} from './build/plain-dynamic-imports.ts';
import {plainSelect} from './build/plain-select.ts';
import {withoutUsageStatistics} from './build/usage-statistics.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** What building and developing share; `build/build-portal.ts` adds the inputs and where they go. */
export default defineConfig({
  root,
  appType: 'custom',
  publicDir: false,
  resolve: {
    alias: toViteAliases(root),
    dedupe: ['lit', '@lit/context', '@tanstack/query-core', 'nanostores', 'react', 'react-dom', 'zod'],
  },
  plugins: [withoutUsageStatistics(), plainDynamicImports(), devFacades(root), plainSelect()],
  optimizeDeps: {rolldownOptions: {plugins: [withoutUsageStatistics(), plainSelect()]}},
  build: {
    target: 'es2023',
    // The first that have light-dark(), on which the themes rest.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The page's policy allows no data: addresses, and the gateway says what to preload.
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    sourcemap: false,
    emptyOutDir: true,
    // Libraries mark what a server may not render; nothing here does.
    rolldownOptions: {checks: {moduleLevelDirective: false}},
  },
});
