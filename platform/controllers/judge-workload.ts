import {at, textAt, type JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';
import {toWorkloadKind, toWorkloadName} from '../cluster/cluster-names.ts';

export interface ResourcesState {
  readonly ready: boolean;
  readonly reason: string;
  readonly message: string;
}

/** How a workload will have come out, and how it looks until then. */
export interface Verdict extends ResourcesState {
  readonly underWay: ResourcesState;
}

export type ImageFault = 'ImagePullBackOff' | 'CrashLoopBackOff';

/** What becomes of the workload of a release in one environment, by its type, its scale and its image. */
export function judgeWorkload(binding: Resource, release: Resource): Verdict {
  const workloadType = toWorkloadType(release);
  const {kind} = toWorkloadKind(workloadType);
  const name = toWorkloadName(binding);
  const subject = workloadType === 'cronjob' ? `CronJob ${name}` : `Primary workload ${kind}/${name}`;
  const underWay =
    workloadType === 'job'
      ? {ready: false, reason: 'JobRunning', message: `Job ${name} is running`}
      : {ready: false, reason: 'ResourcesProgressing', message: `${subject} is progressing`};
  return {...judge(binding, release, {workloadType, kind, subject, name}), underWay};
}

function judge(
  binding: Resource,
  release: Resource,
  {workloadType, kind, subject, name}: {workloadType: string; kind: string; subject: string; name: string},
): ResourcesState {
  const image = toImage(release);
  const fault = findImageFault(image);
  if (fault) {
    const reason = workloadType === 'job' ? 'JobFailed' : 'ResourcesDegraded';
    return {ready: false, reason, message: `${subject} is degraded: ${toFaultMessage(fault, image)}`};
  }
  if (workloadType === 'cronjob') {
    return {ready: true, reason: 'CronJobScheduled', message: `CronJob ${name} is scheduled`};
  }
  if (workloadType === 'job') return {ready: true, reason: 'JobCompleted', message: `Job ${name} has completed`};
  if (toReplicas(binding.spec) === 0) {
    const message = `Primary workload ${kind} is suspended (scaled to 0)`;
    return {ready: true, reason: 'ReadyWithSuspendedResources', message};
  }
  return {ready: true, reason: 'Ready', message: `Primary workload ${kind} and all supporting resources are ready`};
}

/** Images that fail, for demonstrations and tests: one tagged `missing` cannot be pulled, one tagged `broken` crashes. */
export function findImageFault(image: string): ImageFault | undefined {
  const tag = /:([\w.-]+)$/.exec(image)?.[1] ?? '';
  if (/\bmissing\b/.test(tag)) return 'ImagePullBackOff';
  return /\bbroken\b/.test(tag) ? 'CrashLoopBackOff' : undefined;
}

export function toFaultMessage(fault: ImageFault, image: string): string {
  if (fault === 'ImagePullBackOff') return `container 'main' is in ImagePullBackOff, image '${image}' was not found`;
  return `container 'main' is in CrashLoopBackOff, image '${image}' exits with code 1 right after it starts`;
}

export function toImage({spec}: Pick<Resource, 'spec'>): string {
  return textAt(spec, 'workload', 'container', 'image') ?? '';
}

export function toWorkloadType({spec}: Pick<Resource, 'spec'>): string {
  return textAt(spec, 'componentType', 'spec', 'workloadType') ?? 'deployment';
}

/** How many instances a binding asks for; one where it does not say. */
export function toReplicas(binding: JsonObject): number {
  const replicas = at(binding, 'componentTypeEnvironmentConfigs', 'replicas');
  return typeof replicas === 'number' ? replicas : 1;
}
