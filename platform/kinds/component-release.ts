import {z} from 'zod';
import type {ResourceKind} from '../engine/kind.ts';
import {toComponentOwner, toOwnerLabels} from './owner.ts';
import {componentTraitSchema, freeFormSchema, nameSchema} from './spec-parts.ts';

export const componentRelease: ResourceKind = {
  plural: 'componentreleases',
  kind: 'ComponentRelease',
  scope: 'namespace',
  resource: 'componentrelease',
  withoutStatus: true,
  frozen: true,
  spec: z.object({
    owner: z.object({projectName: nameSchema, componentName: nameSchema}),
    componentType: freeFormSchema,
    traits: z.array(freeFormSchema).optional(),
    componentProfile: z
      .object({parameters: freeFormSchema.optional(), traits: z.array(componentTraitSchema).optional()})
      .optional(),
    workload: freeFormSchema,
  }),
  filters: ['component'],
  hierarchy: ({namespace, spec}) => ({namespace, ...toComponentOwner(spec)}),
  owner: ({spec}) => toComponentOwner(spec),
  parents: ({namespace, spec}) => [
    {kind: 'projects', namespace, name: toComponentOwner(spec).project},
    {kind: 'components', namespace, name: toComponentOwner(spec).component},
  ],
  labels: ({spec}) => toOwnerLabels(spec),
  wakes: ({namespace, name, component}) => [
    {kind: 'releasebindings', namespace, ...(component !== null && {component}), spec: {releaseName: name}},
  ],
};
