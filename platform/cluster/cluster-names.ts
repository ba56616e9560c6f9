import {contentHash} from '../engine/content-hash.ts';
import {textAt} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';
import {toComponentOwner} from '../kinds/owner.ts';

type Named = Pick<Resource, 'namespace' | 'name' | 'spec'>;

/** What a binding's workload is called on its data plane. */
export function toWorkloadName({namespace, name, spec}: Named): string {
  const {component} = toComponentOwner(spec);
  const environment = textAt(spec, 'environment') ?? '';
  return `${component.slice(0, 30)}-${environment.slice(0, 15)}-${contentHash({namespace, name})}`;
}

/** What names the pods of one rollout apart from those of the next. */
export function toRevision({uid, wanted}: {readonly uid: string; readonly wanted: string}): string {
  return contentHash({uid, wanted}, 10);
}

/** What the pods of a workload are called, one for each instance. */
export function toPodNames(
  workload: string,
  {workloadType, revision, replicas}: {workloadType: string; revision: string; replicas: number},
): readonly string[] {
  return Array.from({length: replicas}, (_, index) => {
    if (workloadType === 'statefulset') return `${workload}-${index}`;
    return `${workload}-${revision.slice(0, 9)}-${contentHash({revision, index}, 5)}`;
  });
}

/** The kind of Kubernetes object that runs a workload of a type. */
export function toWorkloadKind(workloadType: string): {readonly group: string; readonly kind: string} {
  return WORKLOAD_KINDS[workloadType] ?? {group: 'apps', kind: 'Deployment'};
}

const WORKLOAD_KINDS: Readonly<Record<string, {readonly group: string; readonly kind: string}>> = {
  deployment: {group: 'apps', kind: 'Deployment'},
  statefulset: {group: 'apps', kind: 'StatefulSet'},
  cronjob: {group: 'batch', kind: 'CronJob'},
  job: {group: 'batch', kind: 'Job'},
};
