import type {WorkflowRun} from '@openchoreo/portal-contract';
import {isUnderWay, RUN_TONES, toRunView, type RunView} from './run-view.ts';

export interface FailingBuild {
  readonly component: string;
  readonly run: RunView;
}

const PROJECT = 'openchoreo.dev/project';
const COMPONENT = 'openchoreo.dev/component';

/** The last build of each component that has failed, newest first. One that is under way has neither failed nor not. */
export function toFailingBuilds(runs: readonly WorkflowRun[], project: string | undefined): readonly FailingBuild[] {
  const latest = new Map<string, FailingBuild>();
  for (const one of runs) {
    const {[PROJECT]: owner, [COMPONENT]: component} = one.metadata.labels ?? {};
    const run = toRunView(one);
    if (!component || (project && owner !== project) || isUnderWay(run)) continue;
    const key = `${owner}/${component}`;
    const known = latest.get(key);
    if (!known || known.run.createdAt < run.createdAt) latest.set(key, {component, run});
  }
  return [...latest.values()]
    .filter(({run}) => RUN_TONES[run.state] === 'danger')
    .sort((a, b) => b.run.createdAt.localeCompare(a.run.createdAt));
}
