import {defineStores, type ModuleDefinition, type StoreValues} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';

const stores = defineStores({
  metrics: {schema: z.array(z.number()), initial: []},
  pinned: {schema: z.array(z.string()), initial: ['first'], persist: 'user'},
  note: {schema: z.string(), initial: '', persist: 'user'},
});

declare module '@openchoreo/portal-contract' {
  interface ModuleStores {
    gamma: StoreValues<typeof stores>;
  }
}

export const definition: Pick<ModuleDefinition<{id: 'gamma'} & ModuleDefinition['config']>, 'stores'> = {stores};

/** Declared by somebody without TypeScript. */
export const faulty = {stores: {metrics: {schema: 'array', initial: []}}};
export const unfitting = {stores: {metrics: {schema: z.array(z.number()), initial: 'none'}}};
