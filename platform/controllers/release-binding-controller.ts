import {contentHash} from '../engine/content-hash.ts';
import type {Controller, Finding, Look} from '../engine/controller.ts';
import {textAt, type JsonObject} from '../engine/json.ts';
import {RESTARTED_AT, type Resource} from '../engine/resource.ts';
import {toComponentOwner} from '../kinds/owner.ts';
import {connect} from './connections.ts';
import {toEndpoints} from './endpoints.ts';
import {findOverrideFaults} from './find-override-faults.ts';
import {findDisconnection, findSite, type Obstacle, type Site} from './find-plane.ts';
import {DURATION, toMoment} from './pace.ts';
import {judgeWorkload} from './judge-workload.ts';
import {reportBinding} from './report-binding.ts';
import {toRun, withoutRun, withRun} from '../cluster/runs.ts';

/** Brings one release to one environment, and takes it away again. */
export const controlReleaseBinding: Controller = async (look): Promise<Finding> => {
  const {resource} = look;
  if (resource.deletionRequestedAt) return remove(look, {});
  if (textAt(resource.spec, 'state') === 'Undeploy') {
    return remove(look, reportBinding(look, {undeployed: true, memory: remember(look, UNDEPLOYED)}));
  }
  const ground = await findGround(look);
  if ('reason' in ground) {
    return reportBinding(look, {synced: ground, memory: {...remember(look, toWanted(resource)), settled: false}});
  }
  return rollOut(look, ground);
};

/** Stands for what is wanted where nothing is. */
const UNDEPLOYED = 'undeployed';

interface Ground extends Site {
  readonly release: Resource;
  readonly project: Resource | undefined;
}

/** All a rollout stands on, or the first thing that is missing. */
async function findGround({resource, lookup}: Look): Promise<Ground | Obstacle> {
  const {namespace, spec} = resource;
  const {project, component} = toComponentOwner(spec);
  const environment = textAt(spec, 'environment') ?? '';
  const site = await findSite(namespace, environment, lookup);
  if ('reason' in site) return site;
  const name = textAt(spec, 'releaseName');
  if (name === undefined) return {reason: 'ComponentReleaseNotFound', message: 'No ComponentRelease is chosen yet'};
  const release = await lookup.get({kind: 'componentreleases', namespace, name});
  if (!release) return {reason: 'ComponentReleaseNotFound', message: `ComponentRelease '${name}' not found`};
  if (release.component !== component || release.project !== project) {
    const message = `ComponentRelease '${name}' is of component '${release.component ?? ''}'`;
    return {reason: 'InvalidReleaseConfiguration', message};
  }
  const [fault] = findOverrideFaults(release.spec, spec);
  if (fault) return {reason: 'InvalidReleaseConfiguration', message: `${fault.field} ${fault.message}`};
  const [deployed] = await lookup.find({
    kind: 'projectreleasebindings',
    namespace,
    project,
    spec: {environment},
  });
  return {...site, release, project: deployed};
}

async function rollOut(look: Look, ground: Ground): Promise<Finding> {
  const {resource, now, pace} = look;
  const {memory} = resource;
  const connections = await connect(resource, ground.release, look.lookup);
  const verdict = judgeWorkload(resource, ground.release);
  const about = {connections, endpoints: toEndpoints(resource, ground.release, ground)};
  const wanted = toWanted(resource);
  const isSame = memory['wanted'] === wanted;
  const remembered = {...remember(look, wanted), dependsOn: connections.dependsOn};
  // What runs goes on running while its plane or project is out of reach.
  if (isSame && memory['settled'] === true) {
    return reportBinding(look, {...about, resources: verdict, memory: remembered});
  }
  const obstacle = findObstacle(resource, ground);
  if (obstacle || connections.pending.length > 0) {
    const resources = {ready: false, ...(obstacle ?? verdict.underWay)};
    return reportBinding(look, {...about, resources, memory: {...remembered, settled: false, since: null}});
  }
  const since = isSame ? toMoment(memory['since'], now) : now.getTime();
  const elapsed = now.getTime() - since;
  const begun = new Date(since).toISOString();
  const runs = withRun(resource, toRun(resource, ground.release, {wanted, since: begun}));
  const next = {...remembered, since: begun, deployed: true, runs};
  const [sync, end] = [DURATION.sync * pace, DURATION.rollout * pace];
  if (elapsed < sync) {
    const resources = {ready: false, reason: 'ResourcesProgressing', message: 'Its release has no resources yet'};
    const report = reportBinding(look, {...about, resources, memory: {...next, settled: false}});
    return {...report, again: sync - elapsed};
  }
  if (elapsed < end) {
    const report = reportBinding(look, {...about, resources: verdict.underWay, memory: {...next, settled: false}});
    return {...report, again: end - elapsed};
  }
  return reportBinding(look, {...about, resources: verdict, memory: {...next, settled: true}});
}

/** What keeps a release from being applied although all it consists of is there. */
function findObstacle({spec}: Resource, ground: Ground): Obstacle | undefined {
  const {project: owner} = toComponentOwner(spec);
  const {project, environment} = ground;
  if (!project || project.deletionRequestedAt) {
    const message = `Project '${owner}' is not deployed in environment '${environment.name}'`;
    return {reason: 'ResourceApplyFailed', message};
  }
  if (project.memory['deployed'] !== true || project.memory['settled'] !== true) {
    const message = `Project '${owner}' is still being deployed in environment '${environment.name}'`;
    return {reason: 'ResourcesProgressing', message};
  }
  return findDisconnection(ground);
}

/** What is to run, in a word: a rollout begins anew when it changes. */
function toWanted({spec, annotations}: Pick<Resource, 'spec' | 'annotations'>): string {
  return contentHash({
    release: spec['releaseName'],
    type: spec['componentTypeEnvironmentConfigs'],
    traits: spec['traitEnvironmentConfigs'],
    workload: spec['workloadOverrides'],
    restartedAt: annotations[RESTARTED_AT],
  });
}

function remember({resource, now}: Look, wanted: string): JsonObject {
  const {memory} = resource;
  if (memory['wanted'] === wanted) return {...memory, removing: null};
  return {...memory, wanted, changedAt: now.toISOString(), removing: null};
}

/** Takes what is deployed away. `after` is what there is to say of it meanwhile and afterwards. */
function remove({resource, now, pace}: Look, after: Finding): Finding {
  const memory = {...resource.memory, ...after.memory};
  if (memory['deployed'] !== true) return {...after, memory: {...memory, removing: null, settled: true}};
  const since = toMoment(resource.memory['removing'], now);
  const remaining = since + DURATION.removal * pace - now.getTime();
  if (remaining <= 0) {
    const runs = withoutRun(resource, now);
    return {...after, memory: {...memory, deployed: false, removing: null, settled: true, runs}};
  }
  return {...after, memory: {...memory, removing: new Date(since).toISOString(), settled: false}, again: remaining};
}
