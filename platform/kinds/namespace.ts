import type {ResourceKind} from '../engine/kind.ts';
import {DESCRIPTION, DISPLAY_NAME} from '../engine/resource.ts';

const CONTROL_PLANE = 'openchoreo.dev/control-plane';

export const namespace: ResourceKind = {
  plural: 'namespaces',
  kind: 'Namespace',
  scope: 'cluster',
  resource: 'namespace',
  bare: true,
  hierarchy: ({name}) => ({namespace: name}),
  labels: () => ({[CONTROL_PLANE]: 'true'}),
  initialStatus: {phase: 'Active'},
  owns: 'namespace',
  blocked: {
    then: 'finalize',
    first: ({name}) => [{kind: 'projects', namespace: name}],
    async by({name}, lookup) {
      const projects = await lookup.find({kind: 'projects', namespace: name});
      return projects.length > 0 ? 'Its projects are being removed' : undefined;
    },
  },
  replace(existing, incoming) {
    const isOurs = ([key]: [string, string]) => key === DISPLAY_NAME || key === DESCRIPTION;
    const kept = Object.entries(existing.annotations).filter((entry) => !isOurs(entry));
    const annotations = Object.fromEntries([...kept, ...Object.entries(incoming.annotations).filter(isOurs)]);
    return {...existing, annotations};
  },
};
