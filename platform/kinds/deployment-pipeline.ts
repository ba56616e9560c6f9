import {z} from 'zod';
import {ready} from '../engine/condition.ts';
import {listAt, textAt} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import {referenceSchema} from './spec-parts.ts';

const environmentReference = referenceSchema(['Environment']);

export const deploymentPipeline: ResourceKind = {
  plural: 'deploymentpipelines',
  kind: 'DeploymentPipeline',
  scope: 'namespace',
  resource: 'deploymentpipeline',
  spec: z.object({
    promotionPaths: z
      .array(
        z.object({sourceEnvironmentRef: environmentReference, targetEnvironmentRefs: z.array(environmentReference)}),
      )
      .optional(),
  }),
  hierarchy: ({namespace}) => ({namespace}),
  conditions: ({name}) => [ready('Reconciled', `DeploymentPipeline '${name}' is reconciled`)],
  related({namespace, name, spec}, action) {
    const environments = listAt(spec, 'promotionPaths')
      .flatMap((path) => [
        textAt(path, 'sourceEnvironmentRef', 'name'),
        ...listAt(path, 'targetEnvironmentRefs').map((target) => textAt(target, 'name')),
      ])
      .filter((environment) => environment !== undefined);
    const waiting = environments.map((environment) => ({kind: 'environments', namespace, name: environment}));
    if (action === 'updated') return waiting;
    // Components of these projects say whether their pipeline exists.
    return [...waiting, {kind: 'projects', namespace, spec: {deploymentPipelineRef: {name}}}];
  },
  // Its projects are deployed to environments that are new in it.
  wakes: ({namespace, name}) => [{kind: 'projects', namespace, spec: {deploymentPipelineRef: {name}}}],
};
