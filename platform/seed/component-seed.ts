import type {JsonObject} from '../engine/json.ts';
import type {SeedObject} from './seed.ts';

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
  readonly labels?: Readonly<Record<string, string>>;
  readonly autoDeploy?: boolean;
  /** Container, endpoints and dependencies. Without it the component has no workload yet. */
  readonly workload?: JsonObject;
}

/** A component and, when it has one, its workload. */
export function createComponent(component: SeedComponent): readonly SeedObject[] {
  const {namespace, project, name, type, daysOld, parameters, workload, autoDeploy = true, ...about} = component;
  const object: SeedObject = {
    ...about,
    kind: 'components',
    namespace,
    name,
    daysOld,
    spec: {
      owner: {projectName: project},
      componentType: {kind: 'ClusterComponentType', name: type},
      autoDeploy,
      ...(parameters && {parameters}),
    },
  };
  if (!workload) return [object];
  const spec = {owner: {projectName: project, componentName: name}, ...workload};
  return [object, {kind: 'workloads', namespace, name, daysOld, spec}];
}
