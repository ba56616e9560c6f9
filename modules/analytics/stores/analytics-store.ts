import {defineStores, type StoreSchema, type StoreValues} from '@openchoreo/portal-contract';
import type {Metrics} from '../types/metrics.ts';

/** Checked by hand: the cards of the dashboard bring the store along, and no schema library for two fields. */
function schema<T>(isValid: (value: unknown) => value is T, message: string): StoreSchema<T> {
  return {
    '~standard': {
      version: 1,
      vendor: 'openchoreo',
      validate: (value) => (isValid(value) ? {value} : {issues: [{message}]}),
    },
  };
}

/** What dependents read of this module. */
export const stores = defineStores({
  /** The figures of the scope that was last looked at; `null` before the first. */
  metrics: {schema: schema(isMetrics, 'no figures of a scope'), initial: null as Metrics | null},
  /** When the platform last answered, in milliseconds, by scope: `acme`, `acme/shop`. */
  answered: {schema: schema(isMoments, 'no moments by scope'), initial: {}},
});

declare module '@openchoreo/portal-contract' {
  interface ModuleStores {
    analytics: StoreValues<typeof stores>;
  }
}

function isMetrics(value: unknown): value is Metrics | null {
  if (value === null) return true;
  const {namespace, updatedAt, components, byType} = (value ?? {}) as Partial<Record<keyof Metrics, unknown>>;
  const {total} = (components ?? {}) as {total?: unknown};
  return (
    typeof namespace === 'string' && typeof updatedAt === 'number' && typeof total === 'number' && Array.isArray(byType)
  );
}

function isMoments(value: unknown): value is Readonly<Record<string, number>> {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every((moment) => typeof moment === 'number')
  );
}
