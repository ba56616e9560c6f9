import type {Lookup} from '../engine/lookup.ts';
import type {Resource, ResourceKey} from '../engine/resource.ts';

/** Looks up among objects that are not stored yet. Selecting by spec is not needed for first data, and refused. */
export function createMemoryLookup(resources: readonly Resource[]): Lookup {
  const byKey = new Map(resources.map((resource) => [toText(resource), resource]));
  const byComponent = Map.groupBy(resources, ({kind, namespace, component}) => [kind, namespace, component].join('/'));
  return {
    async get(key) {
      return byKey.get(toText(key));
    },
    async find({kind, namespace = '', name, component, spec}) {
      if (spec) throw new TypeError('First data is not looked up by spec');
      if (component !== undefined) return byComponent.get([kind, namespace, component].join('/')) ?? [];
      const found = byKey.get(toText({kind, namespace, name: name ?? ''}));
      return found ? [found] : [];
    },
  };
}

function toText({kind, namespace, name}: ResourceKey): string {
  return [kind, namespace, name].join('/');
}
