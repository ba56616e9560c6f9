import type {Plugin} from 'vite';

/** The router's only file that registers itself and starts Vaadin's usage statistics. */
const ROUTER_META = '@vaadin/router/dist/router-meta.js';

/** Leaves Vaadin's usage statistics out of everything built: the portal tells nobody about its use. */
export function withoutUsageStatistics(): Plugin {
  return {
    name: 'portal:without-usage-statistics',
    enforce: 'pre',
    load: (id) => (id.endsWith(ROUTER_META) ? {code: 'export {};', moduleSideEffects: false} : undefined),
  };
}

/** What must not be found in any shipped file. */
export const USAGE_STATISTICS_TRACES: readonly string[] = ['usageStatistics', 'vaadin.statistics', 'vaadin-usage'];
