import {generateRelease} from '../controllers/generate-release.ts';
import {textAt, type JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';
import type {SeedWorld} from './seed-world.ts';

export interface SeedComponent {
  readonly namespace: string;
  readonly project: string;
  readonly name: string;
  /** `{workloadType}/{type}` of a cluster component type. */
  readonly type: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly daysOld: number;
  readonly parameters?: JsonObject;
  readonly traits?: readonly JsonObject[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly autoDeploy?: boolean;
  /** Container, endpoints and dependencies. Without it the component has no workload yet. */
  readonly workload?: JsonObject;
  /** Tags its image has had since, and when. */
  readonly versions?: readonly {readonly daysOld: number; readonly tag: string}[];
  /** Where it is deployed: how many releases behind the newest, and with which values over its own. */
  readonly environments?: Readonly<Record<string, SeedDeployment>>;
  /** Source it is built from, and the builds of it. */
  readonly source?: {readonly workflow: string; readonly repository: string; readonly builds: readonly SeedBuild[]};
}

export interface SeedDeployment {
  readonly behind: number;
  readonly undeployed?: true;
  readonly overrides?: JsonObject;
}

export interface SeedBuild {
  readonly daysOld: number;
  readonly commit: string;
  readonly branch?: string;
}

const HOURS = 1 / 24;

/** Plays the life of a component: created, built, released, deployed and promoted. */
export async function playComponent(world: SeedWorld, seed: SeedComponent): Promise<void> {
  const {namespace, project, name, type, parameters, traits, workload, autoDeploy = true, source, ...rest} = seed;
  const {displayName, description, labels, daysOld} = rest;
  const about = {...(displayName !== undefined && {displayName}), ...(description !== undefined && {description})};
  const component = world.insert({
    ...{kind: 'components', namespace, name, daysOld, ...about, ...(labels && {labels})},
    spec: {
      owner: {projectName: project},
      componentType: {kind: 'ClusterComponentType', name: type},
      autoDeploy,
      ...(parameters && {parameters}),
      ...(traits && {traits}),
      ...(source && {workflow: toWorkflow(source)}),
    },
  });
  if (!workload) return world.settle([component]);
  const spec = {owner: {projectName: project, componentName: name}, ...workload};
  const stored = world.insert({kind: 'workloads', namespace, name, daysOld, spec});
  const releases = new Map<string, number>();
  await release(world, component, {daysOld, releases});
  for (const step of toSteps(seed)) {
    world.goTo(step.daysOld);
    if ('tag' in step) await retag(world, stored, step.tag);
    else await build(world, component, {...step, workflow: toWorkflow(seed.source)});
    await release(world, component, {daysOld: step.daysOld, releases});
  }
  for (const [environment, deployment] of Object.entries(seed.environments ?? {})) {
    await deploy(world, component, {environment, deployment, releases});
  }
}

function toSteps({versions = [], source}: SeedComponent): readonly (SeedBuild | {daysOld: number; tag: string})[] {
  return [...versions, ...(source?.builds ?? [])].sort((a, b) => b.daysOld - a.daysOld);
}

function toWorkflow(source: SeedComponent['source']): JsonObject {
  const repository = {url: source?.repository ?? '', revision: {branch: 'main'}};
  return {kind: 'ClusterWorkflow', name: source?.workflow ?? 'docker', parameters: {repository}};
}

async function retag(world: SeedWorld, workload: Resource, tag: string): Promise<void> {
  const container = workload.spec['container'] as JsonObject;
  const image = `${(textAt(container, 'image') ?? '').replace(/:[^:/]*$/, '')}:${tag}`;
  await world.replace(workload, {...workload, spec: {...workload.spec, container: {...container, image}}});
}

async function build(
  world: SeedWorld,
  {namespace, project, name}: Resource,
  {daysOld, commit, branch = 'main', workflow}: SeedBuild & {workflow: JsonObject},
): Promise<void> {
  const {url} = (workflow['parameters'] as {repository: {url: string}}).repository;
  const parameters = {repository: {url, revision: {branch, commit}}};
  const run = world.insert({
    ...{kind: 'workflowruns', namespace, name: `${name}-${commit.slice(0, 7)}`, daysOld},
    labels: {'openchoreo.dev/project': project ?? '', 'openchoreo.dev/component': name},
    spec: {workflow: {...workflow, parameters}},
  });
  await world.settle([run]);
}

/** Cuts a release, by the component's own controller or as a person would. */
async function release(
  world: SeedWorld,
  component: Resource,
  {daysOld, releases}: {daysOld: number; releases: Map<string, number>},
): Promise<void> {
  world.goTo(daysOld);
  await world.settle([component]);
  const cut = await generateRelease.run(component, {lookup: world, writer: world, body: {}});
  if (!releases.has(cut.name)) releases.set(cut.name, daysOld);
}

async function deploy(
  world: SeedWorld,
  {namespace, project, name}: Resource,
  {environment, deployment, releases}: {environment: string; deployment: SeedDeployment; releases: Map<string, number>},
): Promise<void> {
  const {behind, undeployed, overrides = {}} = deployment;
  const [releaseName, daysOld] = [...releases].at(-1 - behind) ?? [...releases][0] ?? [];
  if (releaseName === undefined || daysOld === undefined) return;
  const state = undeployed ? 'Undeploy' : 'Active';
  const wanted = {releaseName, state, ...overrides};
  world.goTo(Math.max(daysOld - 3 * HOURS, daysOld / 2));
  const [existing] = await world.find({kind: 'releasebindings', namespace, component: name, spec: {environment}});
  const owner = {projectName: project ?? '', componentName: name};
  if (existing) await world.replace(existing, {...existing, spec: {...existing.spec, ...wanted}});
  const binding =
    existing ??
    (await world.create('releasebindings', {
      ...{namespace, name: `${name}-${environment}`, labels: {}, annotations: {}},
      spec: {owner, environment, ...wanted},
    }));
  if (binding) await world.settle([binding]);
}
