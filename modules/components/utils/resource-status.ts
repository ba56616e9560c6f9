import type {Conditioned, Resource} from '@openchoreo/portal-contract';

export type StatusTone = 'success' | 'warning' | 'danger' | 'info' | 'neutral';

/** What is said of an object's state: a message key, how much it matters, and the platform's own sentence. */
export interface ResourceStatus {
  readonly key: StatusKey;
  readonly tone: StatusTone;
  readonly detail: string;
}

export type StatusKey = keyof typeof TONES;

/** Most wanted first: the order in which a list sorts and a count is read. */
const TONES = {
  'status.ready': 'success',
  'status.progressing': 'info',
  'status.pending': 'neutral',
  'status.workload-not-found': 'warning',
  'status.suspended': 'neutral',
  'status.deleting': 'neutral',
  'status.deletion-blocked': 'warning',
  'status.component-type-not-found': 'danger',
  'status.trait-not-found': 'danger',
  'status.project-not-found': 'danger',
  'status.pipeline-not-found': 'danger',
  'status.invalid-configuration': 'danger',
  'status.workflow-not-allowed': 'danger',
  'status.workflow-not-found': 'danger',
  'status.auto-deploy-failed': 'danger',
  'status.connected': 'success',
  'status.agent-disconnected': 'danger',
  'status.failed': 'danger',
} as const satisfies Record<string, StatusTone>;

export const STATUS_KEYS = Object.keys(TONES) as readonly StatusKey[];

/** Reasons of `Ready=False` as the platform writes them. One that is not here counts as failed, with its sentence. */
const REASONS: Readonly<Record<string, StatusKey>> = {
  WorkloadNotFound: 'status.workload-not-found',
  ComponentTypeNotFound: 'status.component-type-not-found',
  TraitNotFound: 'status.trait-not-found',
  ProjectNotFound: 'status.project-not-found',
  DeploymentPipelineNotFound: 'status.pipeline-not-found',
  InvalidConfiguration: 'status.invalid-configuration',
  WorkflowNotAllowed: 'status.workflow-not-allowed',
  WorkflowNotFound: 'status.workflow-not-found',
  AutoDeployFailed: 'status.auto-deploy-failed',
  AgentDisconnected: 'status.agent-disconnected',
  AgentNotConnected: 'status.agent-disconnected',
  Reconciling: 'status.progressing',
  Progressing: 'status.progressing',
  Pending: 'status.pending',
};

/** Reads deletion first, then the condition `Ready`; no condition yet means that the platform has not looked at it. */
export function toResourceStatus(resource: Resource<unknown, Conditioned>): ResourceStatus {
  const conditions = resource.status?.conditions ?? [];
  const blocked = conditions.find(({type, status}) => type === 'DeletionBlocked' && status === 'True');
  if (blocked) return toStatus('status.deletion-blocked', blocked.message);
  if (resource.metadata.deletionTimestamp) return toStatus('status.deleting');
  const ready = conditions.find(({type}) => type === 'Ready');
  if (!ready) return toStatus('status.pending');
  if (ready.status === 'True') return toStatus('status.ready', ready.message);
  const known = REASONS[ready.reason];
  if (known) return toStatus(known, ready.message);
  if (ready.status === 'Unknown') return toStatus('status.progressing', ready.message);
  return toStatus('status.failed', ready.message || ready.reason);
}

function toStatus(key: StatusKey, detail = ''): ResourceStatus {
  return {key, tone: TONES[key], detail};
}
