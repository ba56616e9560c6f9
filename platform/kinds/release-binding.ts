import {z} from 'zod';
import {toPodLogs} from '../cluster/pod-logs.ts';
import {toResourceEvents} from '../cluster/resource-events.ts';
import {toResourceTree} from '../cluster/resource-tree.ts';
import {controlReleaseBinding} from '../controllers/release-binding-controller.ts';
import {findOverrideFaults} from '../controllers/find-override-faults.ts';
import {listAt, textAt, type JsonObject} from '../engine/json.ts';
import type {ResourceKind} from '../engine/kind.ts';
import type {Selection} from '../engine/lookup.ts';
import {toComponentOwner, toOwnerLabels} from './owner.ts';
import {freeFormSchema, nameSchema} from './spec-parts.ts';
import {containerValues} from './workload.ts';

export const releaseBinding: ResourceKind = {
  plural: 'releasebindings',
  kind: 'ReleaseBinding',
  scope: 'namespace',
  resource: 'releasebinding',
  spec: z.object({
    owner: z.object({projectName: nameSchema, componentName: nameSchema}),
    environment: nameSchema,
    releaseName: nameSchema.optional(),
    componentTypeEnvironmentConfigs: freeFormSchema.optional(),
    traitEnvironmentConfigs: freeFormSchema.optional(),
    workloadOverrides: z.object({container: z.object(containerValues).optional()}).optional(),
    state: z.enum(['Active', 'Undeploy']).default('Active'),
  }),
  filters: ['component'],
  immutable: [['owner'], ['environment']],
  hierarchy: ({namespace, spec}) => ({namespace, ...toComponentOwner(spec)}),
  attributes: ({namespace, spec}) => ({environment: `${namespace}/${toEnvironment(spec)}`}),
  owner: ({spec}) => toComponentOwner(spec),
  parents: ({namespace, spec}) => [
    {kind: 'projects', namespace, name: toComponentOwner(spec).project},
    {kind: 'components', namespace, name: toComponentOwner(spec).component},
  ],
  async validate({namespace, spec}, lookup) {
    const release = textAt(spec, 'releaseName');
    const found = release && (await lookup.get({kind: 'componentreleases', namespace, name: release}));
    return found ? findOverrideFaults(found.spec, spec) : [];
  },
  labels: ({spec}) => ({...toOwnerLabels(spec), 'openchoreo.dev/environment': toEnvironment(spec)}),
  controller: controlReleaseBinding,
  blocked: {
    then: 'finalize',
    by({spec, memory}) {
      const message = `Its resources are being removed from environment '${toEnvironment(spec)}'`;
      return Promise.resolve(memory['deployed'] === true ? message : undefined);
    },
  },
  related: ({namespace, spec}, action) =>
    action === 'deleted' ? [{kind: 'components', namespace, name: toComponentOwner(spec).component}] : [],
  wakes({namespace, spec, status}, action) {
    const {project, component} = toComponentOwner(spec);
    const environment = toEnvironment(spec);
    // Those that connect to it, and the place it was in, which may be waiting for it to go.
    const others: Selection[] = [
      {kind: 'releasebindings', namespace, memory: {dependsOn: [`${environment}/${component}`]}},
    ];
    const isGone = action === 'deleted' || listAt(status, 'endpoints').length === 0;
    if (isGone) others.push({kind: 'projectreleasebindings', namespace, project, spec: {environment}});
    return others;
  },
  views: {
    'k8sresources/tree': toResourceTree,
    'k8sresources/events': toResourceEvents,
    'k8sresources/logs': toPodLogs,
  },
};

function toEnvironment(spec: JsonObject): string {
  return textAt(spec, 'environment') ?? '';
}
