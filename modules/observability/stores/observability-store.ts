import {defineStores, type StoreSchema, type StoreValues} from '@openchoreo/portal-contract';

/** What somebody last looked at, in figures. */
export interface LatestLogs {
  readonly namespace: string;
  readonly project?: string;
  readonly component?: string;
  /** Of the newest line, as an ISO text. */
  readonly newest: string;
  /** Of the lines that were read. */
  readonly errors: number;
}

const latest: StoreSchema<LatestLogs | null> = {
  '~standard': {
    version: 1,
    vendor: 'openchoreo',
    validate: (value) => (isLatest(value) ? {value} : {issues: [{message: 'no figures of logs'}]}),
  },
};

/** What dependents read of this module. */
export const stores = defineStores({
  /** `null` before the first. */
  latest: {schema: latest, initial: null as LatestLogs | null},
});

declare module '@openchoreo/portal-contract' {
  interface ModuleStores {
    observability: StoreValues<typeof stores>;
  }
}

function isLatest(value: unknown): value is LatestLogs | null {
  if (value === null) return true;
  const {namespace, newest, errors} = (value ?? {}) as Partial<Record<keyof LatestLogs, unknown>>;
  return typeof namespace === 'string' && typeof newest === 'string' && typeof errors === 'number';
}
