/** The module's manifest, for what the host lets it ask for. */
export type Config = (typeof import('../module.config.ts'))['default'];
