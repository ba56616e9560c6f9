import {mergeConditions, type ConditionState} from '../engine/condition.ts';
import {contentHash} from '../engine/content-hash.ts';
import type {Controller, Finding, Look} from '../engine/controller.ts';
import {textAt} from '../engine/json.ts';
import {toProjectOwner} from '../kinds/owner.ts';
import {findDisconnection, findSite, toPlaneNamespace, type Obstacle, type Site} from './find-plane.ts';
import {DURATION, toMoment} from './pace.ts';

/** Brings a project to an environment: its namespace on the data plane, then what its type puts in there. */
export const controlProjectReleaseBinding: Controller = async (look): Promise<Finding> => {
  const {resource, now, pace} = look;
  const {spec, memory} = resource;
  if (resource.deletionRequestedAt) return finalize(look);
  const environment = textAt(spec, 'environment') ?? '';
  const wanted = contentHash({release: spec['projectRelease'], configs: spec['environmentConfigs']});
  const ground = await findGround(look, environment);
  if ('reason' in ground) {
    return report(look, {synced: ground, memory: {...memory, settled: memory['deployed'] === true}});
  }
  if (memory['wanted'] === wanted && memory['settled'] === true) return report(look, {memory});
  const since = memory['wanted'] === wanted ? toMoment(memory['since'], now) : now.getTime();
  const next = {...memory, wanted, since: new Date(since).toISOString(), settled: false};
  const disconnected = findDisconnection(ground);
  if (disconnected) return report(look, {arrived: disconnected, memory: next});
  const remaining = since + DURATION.namespace * pace - now.getTime();
  if (remaining <= 0) return report(look, {memory: {...next, settled: true, deployed: true}});
  const progressing = {
    reason: 'NamespaceProgressing',
    message: `Namespace of '${toProjectOwner(spec)}' is Progressing`,
  };
  return {...report(look, {arrived: progressing, memory: {...next, deployed: true}}), again: remaining};
};

async function findGround({resource, lookup}: Look, environment: string): Promise<Site | Obstacle> {
  const {namespace, spec, project} = resource;
  const release = textAt(spec, 'projectRelease');
  if (release === undefined) {
    return {reason: 'ProjectReleaseNotSet', message: 'No ProjectRelease is pinned yet'};
  }
  const found = await lookup.get({kind: 'projectreleases', namespace, name: release});
  if (!found) return {reason: 'ProjectReleaseNotFound', message: `ProjectRelease '${release}' not found`};
  if (found.project !== project) {
    return {reason: 'InvalidReleaseConfiguration', message: `ProjectRelease '${release}' is of another project`};
  }
  return findSite(namespace, environment, lookup);
}

interface Report {
  readonly synced?: Obstacle;
  readonly arrived?: Obstacle;
  readonly memory: NonNullable<Finding['memory']>;
}

function report({resource, now}: Look, {synced, arrived, memory}: Report): Finding {
  const {namespace, spec} = resource;
  const place = toPlaneNamespace(namespace, toProjectOwner(spec), textAt(spec, 'environment') ?? '');
  const states: ConditionState[] = [
    toState('Synced', synced, {reason: 'ReleaseSynced', message: 'RenderedRelease is up to date'}),
    toState('NamespaceReady', synced ?? arrived, {reason: 'NamespaceReady', message: `Namespace '${place}' is ready`}),
    toState('ResourcesReady', synced ?? arrived, {reason: 'ResourcesReady', message: 'All resources are ready'}),
    toState('Ready', synced ?? arrived, {reason: 'Ready', message: 'ProjectReleaseBinding is ready'}),
  ];
  const status = {
    ...resource.status,
    observedGeneration: resource.generation,
    conditions: mergeConditions(resource, states, now),
    namespace: place,
  };
  return {status, memory};
}

function toState(type: string, obstacle: Obstacle | undefined, good: Obstacle): ConditionState {
  return {type, status: obstacle ? 'False' : 'True', ...(obstacle ?? good)};
}

/** Waits until no component runs in it any more, then takes the namespace away. */
async function finalize({resource, lookup, now, pace}: Look): Promise<Finding> {
  const {namespace, spec, memory} = resource;
  const selection = {kind: 'releasebindings', namespace, project: toProjectOwner(spec), memory: {deployed: true}};
  const inside = await lookup.find({...selection, spec: {environment: spec['environment']}});
  if (inside.length > 0) return {};
  const since = toMoment(memory['removing'], now);
  const remaining = since + DURATION.removal * pace - now.getTime();
  if (remaining <= 0) return {memory: {...memory, deployed: false}};
  return {memory: {...memory, removing: new Date(since).toISOString()}, again: remaining};
}
