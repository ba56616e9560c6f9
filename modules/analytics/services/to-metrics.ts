import type {Scope} from '@openchoreo/portal-contract';
import type {ComponentFacts} from '../types/facts.ts';
import type {Metrics} from '../types/metrics.ts';
import {oldestOf} from '../utils/oldest-of.ts';
import {type Range, toPeriods} from '../utils/time-range.ts';
import {countBy} from './count-by.ts';
import {toFigure} from './to-figure.ts';
import {toGrowth} from './to-growth.ts';

/** The figures of a namespace or a project in it, from its components. */
export function toMetrics(
  components: readonly ComponentFacts[],
  {scope, range, updatedAt, now}: {scope: Scope; range: Range; updatedAt: number; now: number},
): Metrics {
  const moments = components.map(({created}) => created);
  const periods = toPeriods(range, now, oldestOf(moments));
  return {
    namespace: scope.namespace ?? '',
    ...(scope.project && {project: scope.project}),
    range,
    updatedAt,
    components: toFigure(moments, periods),
    periods,
    growth: toGrowth(moments, periods),
    byState: countBy(components, ({state}) => state),
    byType: countBy(components, ({type}) => type),
    byProject: countBy(components, ({project}) => project),
  };
}
