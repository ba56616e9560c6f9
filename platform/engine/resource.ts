import type {resources} from '../database/schema.ts';

/** An object as stored. `kind` is the plural of its path; `namespace` is empty for cluster-scoped kinds. */
export type Resource = typeof resources.$inferSelect;

/** What names an object. */
export type ResourceKey = Pick<Resource, 'kind' | 'namespace' | 'name'>;

/** Set on a release binding by whoever wants its pods replaced: the moment they ask. */
export const RESTARTED_AT = 'openchoreo.dev/restartedAt';
export const DISPLAY_NAME = 'openchoreo.dev/display-name';
export const DESCRIPTION = 'openchoreo.dev/description';
