import type {Authorizer} from '../authorization/authorizer.ts';
import {toText, type Line} from '../cluster/pod-lines.ts';
import {toPlaneNamespace} from '../controllers/find-plane.ts';
import type {PlatformDatabase} from '../database/database.ts';
import type {JsonObject} from '../engine/json.ts';
import {findLines} from './find-lines.ts';
import type {ComponentScope, LogsRequest} from './logs-request.ts';
import {readPods, readUids, type OwnedPod} from './read-pods.ts';

export interface LogsMeans {
  readonly database: PlatformDatabase;
  readonly caller: Authorizer;
  readonly now: Date;
  /** Aborted when nobody waits for the answer any longer. */
  readonly signal: AbortSignal;
}

export interface LogsAnswer {
  readonly logs: readonly JsonObject[];
  readonly total: number;
}

/** How far the observer counts. */
const CAP = 1000;
/** How long lines are kept, in milliseconds. */
const KEPT = 30 * 24 * 3_600_000;

/** What the components of a scope wrote, as far as the caller may read it. */
export async function queryComponentLogs(
  request: LogsRequest,
  scope: ComponentScope,
  means: LogsMeans,
): Promise<LogsAnswer> {
  const {database, caller, signal} = means;
  const now = means.now.getTime();
  const [from, to] = [Math.max(request.startTime, now - KEPT), Math.min(request.endTime, now)];
  if (from > to) return {logs: [], total: 0};
  const owned = await readPods(database, caller, {scope, from, to});
  const lines = await findLines({
    pods: owned.map(({pod}) => pod),
    from,
    to,
    newestFirst: request.sortOrder === 'desc',
    accepts: toFilter(request),
    most: CAP,
    signal,
  });
  const owners = new Map(owned.map((each) => [each.pod, each]));
  const shown = lines.slice(0, request.limit).map((line) => ({line, owner: owners.get(line.pod)}));
  const names = new Set(shown.flatMap(({owner}) => (owner ? [owner.project, owner.component, owner.environment] : [])));
  const uids = await readUids(database, scope.namespace, names);
  const logs = shown.flatMap(({line, owner}) =>
    owner ? [toEntry(line, {owner, uids, namespace: scope.namespace})] : [],
  );
  return {logs, total: lines.length};
}

/** Texts are compared without regard to case. */
function toFilter({logLevels, searchPhrase}: LogsRequest): (line: Line) => boolean {
  const levels = new Set<string>(logLevels ?? []);
  const phrase = searchPhrase ? new RegExp(searchPhrase.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'), 'i') : undefined;
  return (line) =>
    (levels.size === 0 || levels.has(line.sort.level)) && (phrase === undefined || phrase.test(toText(line)));
}

function toEntry(
  line: Line,
  {owner, uids, namespace}: {owner: OwnedPod; uids: ReadonlyMap<string, string>; namespace: string},
): JsonObject {
  const {project, component, environment} = owner;
  return {
    timestamp: new Date(line.at).toISOString(),
    log: toText(line),
    level: line.sort.level,
    metadata: {
      componentName: component,
      projectName: project,
      environmentName: environment,
      namespaceName: namespace,
      componentUid: uids.get(`components/${component}`),
      projectUid: uids.get(`projects/${project}`),
      environmentUid: uids.get(`environments/${environment}`),
      containerName: 'main',
      podName: line.podName,
      podNamespace: toPlaneNamespace(namespace, project, environment),
    },
  };
}
