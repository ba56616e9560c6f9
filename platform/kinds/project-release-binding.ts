import {z} from 'zod';
import {controlProjectReleaseBinding} from '../controllers/project-release-binding-controller.ts';
import {textAt, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import {toProjectOwner} from './owner.ts';
import {freeFormSchema, nameSchema} from './spec-parts.ts';

export const projectReleaseBinding: ResourceKind = {
  plural: 'projectreleasebindings',
  kind: 'ProjectReleaseBinding',
  scope: 'namespace',
  resource: 'projectreleasebinding',
  refusals: {invalid: 'BAD_REQUEST'},
  spec: z.object({
    owner: z.object({projectName: nameSchema}),
    environment: nameSchema,
    projectRelease: nameSchema.optional(),
    environmentConfigs: freeFormSchema.optional(),
  }),
  filters: ['project'],
  immutable: [['owner'], ['environment']],
  hierarchy: ({namespace, spec}) => ({namespace, project: toProjectOwner(spec)}),
  attributes: ({namespace, spec}) => ({environment: `${namespace}/${toEnvironment(spec)}`}),
  owner: ({spec}) => ({project: toProjectOwner(spec)}),
  parents: ({namespace, spec}) => [{kind: 'projects', namespace, name: toProjectOwner(spec)}],
  labels: ({spec}) => ({
    'openchoreo.dev/project': toProjectOwner(spec),
    'openchoreo.dev/environment': toEnvironment(spec),
  }),
  controller: controlProjectReleaseBinding,
  blocked: {
    then: 'finalize',
    async by({namespace, spec, memory}, lookup) {
      const selection = {kind: 'releasebindings', namespace, project: toProjectOwner(spec)};
      const inside = await lookup.find({
        ...selection,
        spec: {environment: toEnvironment(spec)},
        memory: {deployed: true},
      });
      if (inside.length > 0) return `Components still run in it: ${inside.map(({name}) => `'${name}'`).join(', ')}`;
      if (memory['deployed'] !== true) return undefined;
      return `The namespace of the project is being removed from environment '${toEnvironment(spec)}'`;
    },
  },
  related: ({namespace, spec}, action) =>
    action === 'deleted' ? [{kind: 'projects', namespace, name: toProjectOwner(spec)}] : [],
  wakes({namespace, spec}, action) {
    const project = toProjectOwner(spec);
    const inside = {kind: 'releasebindings', namespace, project, spec: {environment: toEnvironment(spec)}};
    // Whoever creates it without a release leaves it to the project to choose one.
    return [inside, ...(action === 'created' ? [{kind: 'projects', namespace, name: project}] : [])];
  },
};

function toEnvironment(spec: JsonObject): string {
  return textAt(spec, 'environment') ?? '';
}
