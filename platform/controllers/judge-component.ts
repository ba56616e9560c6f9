import {notReady, ready, type ConditionState} from '../engine/condition.ts';
import {at, listAt, textAt, type Json} from '../engine/json.ts';
import type {Lookup} from '../engine/lookup.ts';
import type {Resource} from '../engine/resource.ts';
import {findType, toTypeName} from '../kinds/component-type-reference.ts';
import {toProjectOwner} from '../kinds/owner.ts';
import {toPipelineName} from '../kinds/pipeline-name.ts';
import {toReferenceKey} from '../kinds/references.ts';

/** Whether a component has all that it needs, and the first thing that is missing. */
export async function judgeComponent(component: Resource, lookup: Lookup): Promise<ConditionState> {
  const {namespace, name, spec, memory} = component;
  const projectName = toProjectOwner(spec);
  const project = await lookup.get({kind: 'projects', namespace, name: projectName});
  if (!project) return notReady('ProjectNotFound', `Project '${projectName}' not found`);
  const pipeline = toPipelineName(project.spec);
  if (!(await lookup.get({kind: 'deploymentpipelines', namespace, name: pipeline}))) {
    return notReady('DeploymentPipelineNotFound', `DeploymentPipeline '${pipeline}' not found`);
  }
  const type = await findType(namespace, spec, lookup);
  if (!type) {
    const kind = textAt(spec, 'componentType', 'kind') ?? 'ComponentType';
    return notReady('ComponentTypeNotFound', `${kind} '${toTypeName(spec)}' not found`);
  }
  const fault = (await judgeTraits(component, type, lookup)) ?? (await judgeWorkflow(component, type, lookup));
  if (fault) return fault;
  const workloads = await lookup.find({kind: 'workloads', namespace, component: name});
  if (workloads.length === 0) return notReady('WorkloadNotFound', `No workload found for component '${name}'`);
  const autoDeployFault = textAt(memory, 'autoDeployFault');
  if (autoDeployFault !== undefined) return notReady('AutoDeployFailed', autoDeployFault);
  if (spec['autoDeploy'] === true && textAt(memory, 'released') !== undefined) {
    return ready('ComponentReleaseReady', `ComponentRelease of component '${name}' is up to date`);
  }
  return ready('Reconciled', `Component '${name}' is reconciled`);
}

async function judgeTraits(
  {namespace, spec}: Resource,
  type: Resource,
  lookup: Lookup,
): Promise<ConditionState | undefined> {
  for (const instance of listAt(spec, 'traits')) {
    const key = toReferenceKey(instance, namespace, 'Trait');
    const word = `${textAt(instance, 'kind') ?? 'Trait'} '${key.name}'`;
    if (!(await lookup.get(key))) return notReady('TraitNotFound', `${word} not found`);
    // Other than with workflows, a type that lists no traits allows none.
    const isNone = listAt(type.spec, 'allowedTraits').length === 0;
    if (!isNone && isListed(at(type.spec, 'allowedTraits'), key, {namespace, fallback: 'Trait'})) continue;
    return notReady('InvalidConfiguration', `${word} is not allowed by component type '${type.name}'`);
  }
  return undefined;
}

async function judgeWorkflow(
  {namespace, spec}: Resource,
  type: Resource,
  lookup: Lookup,
): Promise<ConditionState | undefined> {
  const reference = spec['workflow'];
  if (reference === undefined) return undefined;
  const key = toReferenceKey(reference, namespace, 'ClusterWorkflow');
  const word = `${textAt(reference, 'kind') ?? 'ClusterWorkflow'} '${key.name}'`;
  if (!isListed(at(type.spec, 'allowedWorkflows'), key, {namespace, fallback: 'ClusterWorkflow'})) {
    return notReady('WorkflowNotAllowed', `${word} is not allowed by component type '${type.name}'`);
  }
  if (!(await lookup.get(key))) return notReady('WorkflowNotFound', `${word} not found`);
  return undefined;
}

/** A type that lists none allows all. */
function isListed(
  list: Json | undefined,
  key: ReturnType<typeof toReferenceKey>,
  {namespace, fallback}: {namespace: string; fallback: string},
): boolean {
  if (!Array.isArray(list) || list.length === 0) return true;
  return list.some((reference: Json) => {
    const listed = toReferenceKey(reference, namespace, fallback);
    return listed.kind === key.kind && listed.name === key.name;
  });
}
