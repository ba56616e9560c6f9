import {createComponent} from './component-seed.ts';
import {createConnectedPlane, createPipeline} from './platform-seed.ts';
import type {SeedObject} from './seed.ts';

const NAMESPACE = 'acme';
const PROJECTS = 50;
const COMPONENTS_PER_PROJECT = 40;
const STAGES = ['development', 'testing', 'staging', 'pre-production', 'production'];
const TYPES = ['deployment/service', 'deployment/web-application', 'deployment/worker', 'statefulset/stateful-service'];
const TIERS = ['backend', 'frontend', 'backend', 'data'];

/** A large company, the same every time: 50 projects, 2,000 components, 5 environments. */
export function createLargeSeed(): readonly SeedObject[] {
  const environments = STAGES.map((name) => ({
    kind: 'environments',
    namespace: NAMESPACE,
    name,
    spec: {dataPlaneRef: {kind: 'ClusterDataPlane', name: 'default'}, isProduction: name === 'production'},
  }));
  return [
    {kind: 'namespaces', name: NAMESPACE, displayName: 'Acme', daysOld: 400},
    createConnectedPlane({name: 'default', displayName: 'Frankfurt', description: 'Everything', host: 'acme.example'}),
    ...createPipeline(NAMESPACE, environments),
    ...Array.from({length: PROJECTS}, (_, index) => createProject(index)).flat(),
  ];
}

function createProject(index: number): readonly SeedObject[] {
  const project = `project-${pad(index, 2)}`;
  const daysOld = 365 - index * 7;
  const components = Array.from({length: COMPONENTS_PER_PROJECT}, (_, number) => {
    const type = TYPES[number % TYPES.length] ?? 'deployment/service';
    const name = `${project}-component-${pad(number, 2)}`;
    return createComponent({
      ...{namespace: NAMESPACE, project, name, type, daysOld: Math.max(daysOld - number, 0)},
      displayName: `Component ${index}.${number}`,
      labels: {tier: TIERS[number % TIERS.length] ?? 'backend', team: `team-${pad(index % 12, 2)}`},
      // Every tenth has not been built yet.
      ...(number % 10 !== 9 && {
        workload: {container: {image: `registry.acme.example/${project}/${name}:1.${number}.0`}},
      }),
    });
  });
  return [
    {kind: 'projects', namespace: NAMESPACE, name: project, displayName: `Project ${index}`, daysOld},
    ...components.flat(),
  ];
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
