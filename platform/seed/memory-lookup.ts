import type {Lookup, Selection} from '../engine/lookup.ts';
import type {Resource, ResourceKey} from '../engine/resource.ts';

/** Looks up among objects that are not stored yet. Selecting by spec is not needed for first data, and refused. */
export function createMemoryLookup(resources: readonly Resource[]): Lookup {
  const byKey = new Map(resources.map((resource) => [toText(resource), resource]));
  const byComponent = Map.groupBy(resources, ({kind, namespace, component}) => [kind, namespace, component].join('/'));
  const find = ({kind, namespace = '', name = '', component, spec}: Selection): readonly Resource[] => {
    if (spec) throw new TypeError('First data is not looked up by spec');
    if (component !== undefined) return byComponent.get([kind, namespace, component].join('/')) ?? [];
    const found = byKey.get(toText({kind, namespace, name}));
    return found ? [found] : [];
  };
  return {
    get: (key) => Promise.resolve(byKey.get(toText(key))),
    find: (selection) => Promise.resolve(find(selection)),
  };
}

function toText({kind, namespace, name}: ResourceKey): string {
  return [kind, namespace, name].join('/');
}
