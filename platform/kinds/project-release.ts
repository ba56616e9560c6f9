import {z} from 'zod';
import type {ResourceKind} from '../engine/kind.ts';
import {toProjectOwner} from './owner.ts';
import {freeFormSchema, nameSchema} from './spec-parts.ts';

export const projectRelease: ResourceKind = {
  plural: 'projectreleases',
  kind: 'ProjectRelease',
  scope: 'namespace',
  resource: 'projectrelease',
  withoutStatus: true,
  frozen: true,
  refusals: {invalid: 'BAD_REQUEST'},
  spec: z.object({
    owner: z.object({projectName: nameSchema}),
    projectType: z.object({
      kind: z.enum(['ProjectType', 'ClusterProjectType']),
      name: nameSchema,
      spec: freeFormSchema,
    }),
    parameters: freeFormSchema.optional(),
  }),
  filters: ['project'],
  hierarchy: ({namespace, spec}) => ({namespace, project: toProjectOwner(spec)}),
  owner: ({spec}) => ({project: toProjectOwner(spec)}),
  parents: ({namespace, spec}) => [{kind: 'projects', namespace, name: toProjectOwner(spec)}],
  labels: ({spec}) => ({'openchoreo.dev/project': toProjectOwner(spec)}),
  wakes: ({namespace, name, project}) => [
    {kind: 'projectreleasebindings', namespace, ...(project !== null && {project}), spec: {projectRelease: name}},
  ],
};
