import {
  toDeploymentState,
  toStages,
  type DeploymentPipeline,
  type DeploymentState,
  type Environment,
  type ProjectReleaseBinding,
  type ReleaseBinding,
} from '@openchoreo/portal-contract';
import type {StatusTone} from './resource-status.ts';

/** A component in one environment of its pipeline. */
export interface DeploymentView {
  readonly environment: string;
  readonly about: Environment | undefined;
  readonly binding: ReleaseBinding | undefined;
  readonly state: DeploymentState | 'not-deployed' | 'leaving';
  /** Reason and sentence of the platform while it is not ready. */
  readonly reason: string;
  readonly message: string;
  /** Where what runs here may go next. */
  readonly targets: readonly string[];
  /** Whether the pipeline begins here. */
  readonly isFirst: boolean;
  /** Whether the project is there: without it no component can run. */
  readonly isProjectThere: boolean;
}

export interface DeploymentSources {
  readonly pipeline: DeploymentPipeline;
  readonly environments: readonly Environment[];
  readonly bindings: readonly ReleaseBinding[];
  /** Undefined where the person may not see them: then nothing is said of the project. */
  readonly projectBindings: readonly ProjectReleaseBinding[] | undefined;
}

/** One view for each environment of the pipeline, in its order. */
export function toDeploymentViews({
  pipeline,
  environments,
  bindings,
  projectBindings,
}: DeploymentSources): readonly DeploymentView[] {
  const stages = toStages(pipeline);
  const reached = new Set(stages.flatMap(({targets}) => targets));
  return stages.map(({environment, targets}) => {
    const binding = bindings.find(({spec}) => spec?.environment === environment);
    const ofProject = projectBindings?.find(({spec}) => spec?.environment === environment);
    const ready = binding?.status?.conditions?.find(({type}) => type === 'Ready');
    return {
      ...{environment, targets, binding},
      about: environments.find(({metadata}) => metadata.name === environment),
      state: toState(binding),
      reason: ready?.status === 'True' ? '' : (ready?.reason ?? ''),
      message: ready?.status === 'True' ? '' : (ready?.message ?? ''),
      isFirst: !reached.has(environment),
      isProjectThere: projectBindings === undefined || (ofProject && toDeploymentState(ofProject)) === 'ready',
    };
  });
}

function toState(binding: ReleaseBinding | undefined): DeploymentView['state'] {
  if (!binding) return 'not-deployed';
  return binding.metadata.deletionTimestamp ? 'leaving' : toDeploymentState(binding);
}

export const DEPLOYMENT_TONES: Readonly<Record<DeploymentView['state'], StatusTone>> = {
  ready: 'success',
  progressing: 'info',
  pending: 'info',
  failed: 'danger',
  suspended: 'neutral',
  undeployed: 'neutral',
  leaving: 'neutral',
  'not-deployed': 'neutral',
};

/** Reasons that have a sentence of their own in the catalogue, which says what to do. */
const EXPLAINED: ReadonlySet<string> = new Set([
  'ComponentReleaseNotFound',
  'ConnectionsPending',
  'DataPlaneNotFound',
  'EnvironmentNotFound',
  'InvalidReleaseConfiguration',
  'JobFailed',
  'ResourceApplyFailed',
  'ResourcesDegraded',
]);

/** Key of the sentence for a reason; undefined where the platform's own has to do. */
export function toReasonKey(reason: string): string | undefined {
  return EXPLAINED.has(reason) ? `deployment.reason.${reason}` : undefined;
}
