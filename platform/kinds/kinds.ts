import type {ResourceKind} from '../engine/kind.ts';
import {authzRoleBinding, clusterAuthzRoleBinding} from './authz-role-binding.ts';
import {authzRole, clusterAuthzRole} from './authz-role.ts';
import {clusterComponentType, componentType} from './component-type.ts';
import {component} from './component.ts';
import {clusterDataPlane, dataPlane} from './data-plane.ts';
import {deploymentPipeline} from './deployment-pipeline.ts';
import {environment} from './environment.ts';
import {namespace} from './namespace.ts';
import {project} from './project.ts';
import {workload} from './workload.ts';

/** The table of the engine. A kind that is added here is stored, served, authorized and announced. */
export const KINDS: ReadonlyMap<string, ResourceKind> = new Map(
  [
    namespace,
    project,
    component,
    workload,
    componentType,
    clusterComponentType,
    environment,
    deploymentPipeline,
    dataPlane,
    clusterDataPlane,
    authzRole,
    authzRoleBinding,
    clusterAuthzRole,
    clusterAuthzRoleBinding,
  ].map((kind) => [kind.plural, kind]),
);
