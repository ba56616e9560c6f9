import {z} from 'zod';
import {controlComponent} from '../controllers/component-controller.ts';
import {generateRelease} from '../controllers/generate-release.ts';
import {judgeComponent} from '../controllers/judge-component.ts';
import {at, listAt, textAt, type Json, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import {findType, toTypeAttribute} from './component-type-reference.ts';
import {findValueFaults} from './parameter-schema.ts';
import {toReferenceKey} from './references.ts';
import {componentTraitSchema, freeFormSchema, nameSchema, referenceSchema} from './spec-parts.ts';

const TYPE_NAME = /^(deployment|statefulset|cronjob|job|proxy)\/[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

export const component: ResourceKind = {
  plural: 'components',
  kind: 'Component',
  scope: 'namespace',
  resource: 'component',
  spec: z.object({
    owner: z.object({projectName: nameSchema}),
    componentType: z.object({
      kind: z.enum(['ComponentType', 'ClusterComponentType']).default('ComponentType'),
      name: z
        .string()
        .max(80)
        .regex(TYPE_NAME, 'must be {workloadType}/{componentTypeName}, such as deployment/service'),
    }),
    autoDeploy: z.boolean().default(false),
    autoBuild: z.boolean().optional(),
    parameters: freeFormSchema.optional(),
    traits: z.array(componentTraitSchema).optional(),
    workflow: referenceSchema(['Workflow', 'ClusterWorkflow'], 'ClusterWorkflow')
      .extend({parameters: freeFormSchema.optional()})
      .optional(),
  }),
  filters: ['project'],
  immutable: [['owner'], ['componentType']],
  hierarchy: ({namespace, name, spec}) => ({namespace, project: toProject(spec), component: name}),
  attributes: ({namespace, spec}) => ({componentType: toTypeAttribute(namespace, spec)}),
  owner: ({spec}) => ({project: toProject(spec)}),
  parents: ({namespace, spec}) => [{kind: 'projects', namespace, name: toProject(spec)}],
  labels: ({spec}) => ({'openchoreo.dev/project': toProject(spec)}),
  owns: 'component',
  blocked: {
    then: 'finalize',
    first: ({namespace, name}) => [{kind: 'releasebindings', namespace, component: name}],
    async by({namespace, name}, lookup) {
      const left = await lookup.find({kind: 'releasebindings', namespace, component: name});
      return left.length > 0 ? 'What is deployed of it is being removed' : undefined;
    },
  },
  async validate({namespace, spec}, lookup) {
    const type = await findType(namespace, spec, lookup);
    const faults = [...findValueFaults(type?.spec['parameters'], spec['parameters'])];
    for (const [index, instance] of listAt(spec, 'traits').entries()) {
      const trait = await lookup.get(toReferenceKey(instance, namespace, 'Trait'));
      const field = `spec.traits[${index}].parameters`;
      faults.push(...findValueFaults(trait?.spec['parameters'], at(instance, 'parameters'), field));
    }
    return faults;
  },
  conditions: async (component, lookup) => [await judgeComponent(component, lookup)],
  controller: controlComponent,
  related: ({namespace, spec}, action) =>
    action === 'deleted' ? [{kind: 'projects', namespace, name: toProject(spec)}] : [],
  views: {
    async schema({namespace, spec}, {lookup}) {
      const type = await findType(namespace, spec, lookup);
      const ofType = at(type?.spec, 'environmentConfigs', 'openAPIV3Schema');
      const ofTraits: Record<string, Json> = {};
      for (const instance of listAt(spec, 'traits')) {
        const trait = await lookup.get(toReferenceKey(instance, namespace, 'Trait'));
        const schema = at(trait?.spec, 'environmentConfigs', 'openAPIV3Schema');
        if (schema !== undefined) ofTraits[textAt(instance, 'instanceName') ?? ''] = schema;
      }
      const properties = {
        ...(ofType !== undefined && {componentTypeEnvironmentConfigs: ofType}),
        ...(Object.keys(ofTraits).length > 0 && {
          traitEnvironmentConfigs: {type: 'object', properties: ofTraits},
        }),
      };
      return {type: 'object', properties};
    },
  },
  deeds: {'generate-release': generateRelease},
};

function toProject(spec: JsonObject): string {
  return textAt(spec, 'owner', 'projectName') ?? '';
}
