import {textAt, type JsonObject} from '../engine/json.ts';

/** The name of the pipeline a project's spec speaks of. */
export function toPipelineName(spec: JsonObject): string {
  return textAt(spec, 'deploymentPipelineRef', 'name') ?? 'default';
}
