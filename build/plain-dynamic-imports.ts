import type {Plugin} from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * Replaces Vite's helper around `import()` by nothing: it fetches style sheets and preloads, and the portal has no
 * style sheet beside the page's own and leaves preloading to the gateway.
 */
export function plainDynamicImports(): Plugin {
  return {
    name: 'portal:plain-dynamic-imports',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}
