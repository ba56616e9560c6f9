import {ApiError} from '../engine/api-error.ts';
import type {JsonObject} from '../engine/json.ts';
import type {ViewMeans} from '../engine/kind.ts';
import type {Resource} from '../engine/resource.ts';
import {toTimestamp} from '../engine/timestamp.ts';
import {readDeployment, type ClusterObject, type Deployment} from './cluster-objects.ts';
import {readRequired} from './read-since.ts';

/** What Kubernetes has to say of one object: how it came to be, and what is wrong with it. */
export async function toResourceEvents(binding: Resource, {lookup, query, now}: ViewMeans): Promise<JsonObject> {
  const [version, kind, name] = ['version', 'kind', 'name'].map((key) => readRequired(query, key));
  const group = query.get('group') ?? '';
  const deployment = await readDeployment(binding, lookup);
  const object = deployment?.objects.find(
    (each) => each.group === group && each.version === version && each.kind === kind && each.name === name,
  );
  if (!deployment || !object) {
    throw new ApiError('NOT_FOUND', `${String(kind).slice(0, 80)} '${String(name).slice(0, 80)}' not found`);
  }
  return {events: toEvents(object, deployment, now)};
}

function toEvents(
  {kind, name, health}: ClusterObject,
  {fault, image, since}: Deployment,
  now: Date,
): readonly JsonObject[] {
  const event = (seconds: number, reason: string, message: string, more: JsonObject = {}): JsonObject => {
    const at = toTimestamp(new Date(Math.min(since + seconds * 1000, now.getTime())));
    return {
      type: 'Normal',
      reason,
      message,
      count: 1,
      firstTimestamp: at,
      lastTimestamp: at,
      source: SOURCE[kind] ?? 'kubelet',
      ...more,
    };
  };
  if (kind !== 'Pod') {
    const verb = {Deployment: 'ScalingReplicaSet', ReplicaSet: 'SuccessfulCreate', StatefulSet: 'SuccessfulCreate'}[
      kind
    ];
    return verb ? [event(0, verb, `${kind} ${name} has created what it consists of`)] : [];
  }
  const begun = [
    event(0, 'Scheduled', `Successfully assigned ${name} to a node`),
    event(1, 'Pulling', `Pulling image "${image}"`),
  ];
  if (health !== 'Degraded' || !fault) {
    const rest = [
      event(2, 'Pulled', `Successfully pulled image "${image}"`),
      event(3, 'Started', 'Started container main'),
    ];
    return health === 'Progressing' ? begun : [...begun, ...rest];
  }
  const count = Math.max(1, Math.floor((now.getTime() - since) / 30_000));
  const last = {type: 'Warning', count, lastTimestamp: toTimestamp(now)};
  if (fault === 'CrashLoopBackOff') {
    return [
      ...begun,
      event(3, 'Started', 'Started container main'),
      event(4, 'BackOff', 'Back-off restarting failed container main', last),
    ];
  }
  return [
    ...begun,
    event(2, 'Failed', `Failed to pull image "${image}": not found`, last),
    event(3, 'BackOff', `Back-off pulling image "${image}"`, last),
  ];
}

const SOURCE: Readonly<Record<string, string>> = {
  Deployment: 'deployment-controller',
  ReplicaSet: 'replicaset-controller',
  StatefulSet: 'statefulset-controller',
};
