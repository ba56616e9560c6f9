import {playComponent} from './component-seed.ts';
import {createPipeline, createPlanes} from './platform-seed.ts';
import type {SeedWorld} from './seed-world.ts';

const NAMESPACE = 'acme';
const PROJECTS = 50;
const COMPONENTS_PER_PROJECT = 40;
const STAGES = ['development', 'testing', 'staging', 'pre-production', 'production'];
const TYPES = ['deployment/service', 'deployment/web-application', 'deployment/worker', 'statefulset/stateful-service'];
const TIERS = ['backend', 'frontend', 'backend', 'data'];

/** How far every component of ten has come: into how many environments beyond the first. */
const PROMOTED = [4, 0, 2, 1, 4, 0, 3, 1, 2, 0];

/** A large company, the same every time: 50 projects, 2,000 components, 5 environments. */
export async function playLarge(world: SeedWorld): Promise<void> {
  const environments = STAGES.map((name) => ({
    kind: 'environments',
    namespace: NAMESPACE,
    name,
    spec: {dataPlaneRef: {kind: 'ClusterDataPlane', name: 'default'}, isProduction: name === 'production'},
  }));
  const objects = [
    {kind: 'namespaces', name: NAMESPACE, displayName: 'Acme', daysOld: 400},
    ...createPlanes({displayName: 'Frankfurt', description: 'Everything', host: 'acme.example'}),
    ...createPipeline(NAMESPACE, environments),
  ];
  for (const object of objects) await world.settle([world.insert({daysOld: 400, ...object})]);
  for (let index = 0; index < PROJECTS; index++) await playProject(world, index);
}

async function playProject(world: SeedWorld, index: number): Promise<void> {
  const project = `project-${pad(index, 2)}`;
  const daysOld = 365 - index * 7;
  await world.settle([
    world.insert({kind: 'projects', namespace: NAMESPACE, name: project, displayName: `Project ${index}`, daysOld}),
  ]);
  for (let number = 0; number < COMPONENTS_PER_PROJECT; number++) {
    const type = TYPES[number % TYPES.length] ?? 'deployment/service';
    const name = `${project}-component-${pad(number, 2)}`;
    // Every fortieth fails where it is deployed first.
    const tag = number % COMPONENTS_PER_PROJECT === 17 ? `1.${number}.0-broken` : `1.${number}.0`;
    const reached = STAGES.slice(1, 1 + (PROMOTED[number % PROMOTED.length] ?? 0));
    await playComponent(world, {
      ...{namespace: NAMESPACE, project, name, type, daysOld: Math.max(daysOld - number, 1)},
      displayName: `Component ${index}.${number}`,
      labels: {tier: TIERS[number % TIERS.length] ?? 'backend', team: `team-${pad(index % 12, 2)}`},
      environments: Object.fromEntries(reached.map((environment) => [environment, {behind: 0}])),
      // Every tenth has not been built yet.
      ...(number % 10 !== 9 && {workload: {container: {image: `registry.acme.example/${project}/${name}:${tag}`}}}),
    });
  }
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
