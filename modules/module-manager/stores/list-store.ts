import {defineStores, type StoreSchema, type StoreValues} from '@openchoreo/portal-contract';

/** Checked by hand: no schema library for one switch. */
const boolean: StoreSchema<boolean> = {
  '~standard': {
    version: 1,
    vendor: 'openchoreo',
    validate: (value) => (typeof value === 'boolean' ? {value} : {issues: [{message: 'true or false'}]}),
  },
};

/** How a person likes to see the list. */
export const stores = defineStores({
  /** Leave out what runs as it should. */
  onlyTrouble: {schema: boolean, initial: false, persist: 'user'},
});

declare module '@openchoreo/portal-contract' {
  interface ModuleStores {
    'module-manager': StoreValues<typeof stores>;
  }
}
