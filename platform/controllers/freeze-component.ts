import {isJsonObject, listAt, type JsonObject} from '../engine/json.ts';
import type {Lookup} from '../engine/lookup.ts';
import type {Resource} from '../engine/resource.ts';
import {findType} from '../kinds/component-type-reference.ts';
import {toComponentOwner} from '../kinds/owner.ts';
import {toReferenceKey} from '../kinds/references.ts';

/**
 * The component as it is now, frozen: its type, traits and workload, copied whole. Undefined while one of them is
 * missing.
 */
export async function freezeComponent(component: Resource, lookup: Lookup): Promise<JsonObject | undefined> {
  const {namespace, name, spec} = component;
  const type = await findType(namespace, spec, lookup);
  const [workload] = await lookup.find({kind: 'workloads', namespace, component: name});
  const instances = listAt(spec, 'traits');
  const traits = await findTraits(
    instances.map((instance) => toReferenceKey(instance, namespace, 'Trait')),
    lookup,
  );
  if (!type || !workload || !traits) return undefined;
  const {project} = toComponentOwner(workload.spec);
  return {
    owner: {projectName: project, componentName: name},
    componentType: {kind: kindOf(type), name: type.name, spec: type.spec},
    ...(traits.length > 0 && {
      traits: traits.map((trait) => ({kind: kindOf(trait), name: trait.name, spec: trait.spec})),
    }),
    componentProfile: {
      ...(isJsonObject(spec['parameters']) && {parameters: spec['parameters']}),
      ...(instances.length > 0 && {traits: instances}),
    },
    workload: Object.fromEntries(Object.entries(workload.spec).filter(([key]) => key !== 'owner')),
  };
}

async function findTraits(
  keys: readonly ReturnType<typeof toReferenceKey>[],
  lookup: Lookup,
): Promise<readonly Resource[] | undefined> {
  const unique = new Map(keys.map((key) => [JSON.stringify(key), key]));
  const found: Resource[] = [];
  for (const key of unique.values()) {
    const trait = await lookup.get(key);
    if (!trait) return undefined;
    found.push(trait);
  }
  return found;
}

const KIND_OF: Readonly<Record<string, string>> = {
  componenttypes: 'ComponentType',
  clustercomponenttypes: 'ClusterComponentType',
  traits: 'Trait',
  clustertraits: 'ClusterTrait',
};

function kindOf({kind}: Resource): string {
  return KIND_OF[kind] ?? kind;
}
