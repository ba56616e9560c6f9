import {listAt, textAt} from '../engine/json.ts';
import type {Lookup} from '../engine/lookup.ts';
import type {Resource} from '../engine/resource.ts';
import {toPipelineName} from '../kinds/pipeline-name.ts';

/** The pipeline of a project, when it exists. */
export async function findPipeline(project: Resource, lookup: Lookup): Promise<Resource | undefined> {
  return lookup.get({
    kind: 'deploymentpipelines',
    namespace: project.namespace,
    name: toPipelineName(project.spec),
  });
}

/** Names of a pipeline's environments: sources before targets, as its paths list them. */
export function toEnvironments(pipeline: Resource): readonly string[] {
  const names = listAt(pipeline.spec, 'promotionPaths').flatMap((path) => [
    textAt(path, 'sourceEnvironmentRef', 'name'),
    ...listAt(path, 'targetEnvironmentRefs').map((target) => textAt(target, 'name')),
  ]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Where a pipeline begins: a source that is never a target. */
export function toFirstEnvironment(pipeline: Resource): string | undefined {
  const paths = listAt(pipeline.spec, 'promotionPaths');
  const targets = new Set(
    paths.flatMap((path) => listAt(path, 'targetEnvironmentRefs').map((target) => textAt(target, 'name'))),
  );
  return paths
    .map((path) => textAt(path, 'sourceEnvironmentRef', 'name'))
    .find((source) => source !== undefined && !targets.has(source));
}
