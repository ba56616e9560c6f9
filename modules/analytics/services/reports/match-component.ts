import type {ComponentFacts} from '../../types/facts.ts';
import type {ReportFilters} from '../../utils/report-filters.ts';

/** Whether a component passes the filters. */
export function matchComponent({type, state}: Pick<ReportFilters, 'type' | 'state'>) {
  return (component: ComponentFacts): boolean =>
    (!type || component.type === type) && (!state || component.state === state);
}
