import {contentHash} from '../engine/content-hash.ts';
import type {Resource} from '../engine/resource.ts';
import {findImageFault, type ImageFault} from '../controllers/judge-workload.ts';
import {toPodNames, toRevision, toWorkloadName} from './cluster-names.ts';
import type {Run} from './runs.ts';
import {parseSchedule, type Schedule} from './schedule.ts';

/** What has run, and written lines, from one moment to another; in milliseconds. */
export interface Pod {
  readonly name: string;
  readonly component: string;
  /** All that its lines are made of beside the time. */
  readonly seed: number;
  readonly run: Run;
  readonly fault: ImageFault | undefined;
  readonly since: number;
  /** Infinity while it runs. */
  readonly until: number;
  readonly schedule: Schedule | undefined;
  /** Whether its container keeps details to itself. */
  readonly isQuiet: boolean;
}

/** The pods of a run. A scheduled task counts as one, whose name each of its turns adds to. */
export function toPods(
  binding: Pick<Resource, 'uid' | 'namespace' | 'name' | 'spec'>,
  run: Run,
  component: string,
): readonly Pod[] {
  const workload = toWorkloadName(binding);
  const {workloadType, replicas, schedule} = run;
  const revision = toRevision({uid: binding.uid, wanted: run.wanted});
  const names = schedule === undefined ? toPodNames(workload, {workloadType, revision, replicas}) : [workload];
  const shared = {
    component,
    run,
    fault: findImageFault(run.image),
    since: Date.parse(run.since),
    until: run.until === undefined ? Infinity : Date.parse(run.until),
    isQuiet: !['debug', undefined].includes(run.logLevel),
    schedule: schedule === undefined ? undefined : parseSchedule(schedule),
  };
  return names.map((name) => ({...shared, name, seed: parseInt(contentHash({revision, name}), 16)}));
}
