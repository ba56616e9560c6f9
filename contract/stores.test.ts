import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as z from 'zod/mini';
import {defineConfig, defineModule, defineStores, type Host, type StoreValues} from '@openchoreo/portal-contract';

const config = defineConfig({
  id: 'store-owner',
  name: 'Store owner',
  version: '1.0.0',
  apiVersion: 1,
  dependencies: {modules: {'store-needed': '^1.0.0'}, optional: {'store-optional': '^1.0.0'}},
});

const stores = defineStores({
  metrics: {schema: z.array(z.object({name: z.string(), value: z.number()})), initial: []},
  range: {schema: z.enum(['30d', '1y']), initial: '30d', persist: 'user'},
});

declare module '@openchoreo/portal-contract' {
  interface ModuleStores {
    'store-owner': StoreValues<typeof stores>;
    'store-needed': {readonly total: number};
    'store-optional': {readonly total: number};
    'store-stranger': {readonly total: number};
  }
}

/** Never called: the compiler is the test. */
function useDeclaredStores(host: Host<typeof config>): void {
  const {metrics, range} = host.stores.get('store-owner').get();
  metrics.map(({name, value}) => [name satisfies string, value satisfies number]);
  range satisfies '30d' | '1y';
  host.stores.set('store-owner', {range: '1y'});
  host.stores.get('store-needed').get().total satisfies number;
  host.stores.get('store-optional').get().total satisfies number | undefined;
  void host.stores.load('store-optional').then((store) => store.get().total satisfies number);
}

/** Never called: each statement must be refused. */
function useUndeclaredStores(host: Host<typeof config>, any: Host): void {
  // @ts-expect-error Its manifest does not depend on it.
  host.stores.get('store-stranger');
  // @ts-expect-error Only the owner writes.
  host.stores.set('store-needed', {total: 1});
  // @ts-expect-error A range is one of two.
  host.stores.set('store-owner', {range: '2y'});
  // @ts-expect-error There is no such field.
  host.stores.set('store-owner', {unheard: 1});
  // @ts-expect-error Whether an optional module is there is not known.
  host.stores.get('store-optional').get().total satisfies number;
  // @ts-expect-error Of a module that is not known while compiling, nothing is sure to be there.
  any.stores.get('store-needed').get().total satisfies number;
  // @ts-expect-error No module has a store of that name.
  any.stores.get('store-unheard');
}

/** Never called. */
function defineWrongly(): void {
  // @ts-expect-error The initial value does not fit the schema.
  defineStores({range: {schema: z.enum(['30d', '1y']), initial: '2y'}});
  // @ts-expect-error It is not what the module's line in ModuleStores says.
  defineModule({config, stores: {range: {schema: z.string(), initial: ''}}});
}

test('a store is typed by its declaration, for its owner and for those who depend on it', () => {
  const definition = defineModule({config, stores});
  // That the lines above compile, and only just, is what `npm run check -- types` proves.
  assert.equal(definition.stores, stores);
  for (const proof of [useDeclaredStores, useUndeclaredStores, defineWrongly]) assert.equal(typeof proof, 'function');
});
