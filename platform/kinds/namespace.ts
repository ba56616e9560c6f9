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
  replace(existing, incoming) {
    const annotations = {...existing.annotations};
    for (const key of [DISPLAY_NAME, DESCRIPTION]) {
      const value = incoming.annotations[key];
      if (value === undefined) delete annotations[key];
      else annotations[key] = value;
    }
    return {...existing, annotations};
  },
};
