import {textAt, type JsonObject} from '../engine/json.ts';

/** The project and component that `spec.owner` names. */
export function toComponentOwner(spec: JsonObject): {readonly project: string; readonly component: string} {
  return {project: toProjectOwner(spec), component: textAt(spec, 'owner', 'componentName') ?? ''};
}

export function toProjectOwner(spec: JsonObject): string {
  return textAt(spec, 'owner', 'projectName') ?? '';
}

/** The labels by which clients select what belongs to a component. */
export function toOwnerLabels(spec: JsonObject): Readonly<Record<string, string>> {
  const {project, component} = toComponentOwner(spec);
  return {'openchoreo.dev/project': project, 'openchoreo.dev/component': component};
}
