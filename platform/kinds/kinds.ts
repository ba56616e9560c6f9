import type {ResourceKind} from '../engine/kind.ts';
import {authzRoleBinding, clusterAuthzRoleBinding} from './authz-role-binding.ts';
import {authzRole, clusterAuthzRole} from './authz-role.ts';
import {clusterComponentType, componentType} from './component-type.ts';
import {componentRelease} from './component-release.ts';
import {component} from './component.ts';
import {clusterDataPlane, dataPlane} from './data-plane.ts';
import {deploymentPipeline} from './deployment-pipeline.ts';
import {environment} from './environment.ts';
import {namespace} from './namespace.ts';
import {clusterObservabilityPlane, observabilityPlane} from './observability-plane.ts';
import {projectReleaseBinding} from './project-release-binding.ts';
import {projectRelease} from './project-release.ts';
import {clusterProjectType, projectType} from './project-type.ts';
import {project} from './project.ts';
import {releaseBinding} from './release-binding.ts';
import {clusterTrait, trait} from './trait.ts';
import {clusterWorkflowPlane, workflowPlane} from './workflow-plane.ts';
import {workflowRun} from './workflow-run.ts';
import {clusterWorkflow, workflow} from './workflow.ts';
import {workload} from './workload.ts';

/** The table of the engine. A kind that is added here is stored, served, authorized and announced. */
export const KINDS: ReadonlyMap<string, ResourceKind> = new Map(
  [
    namespace,
    project,
    component,
    workload,
    componentRelease,
    releaseBinding,
    projectRelease,
    projectReleaseBinding,
    workflowRun,
    componentType,
    clusterComponentType,
    trait,
    clusterTrait,
    workflow,
    clusterWorkflow,
    projectType,
    clusterProjectType,
    environment,
    deploymentPipeline,
    dataPlane,
    clusterDataPlane,
    workflowPlane,
    clusterWorkflowPlane,
    observabilityPlane,
    clusterObservabilityPlane,
    authzRole,
    authzRoleBinding,
    clusterAuthzRole,
    clusterAuthzRoleBinding,
  ].map((kind) => [kind.plural, kind]),
);
