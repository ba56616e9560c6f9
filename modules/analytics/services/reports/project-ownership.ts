import type {Report} from '../../types/report.ts';
import {spanText} from '../../utils/span-text.ts';
import {toPeriods} from '../../utils/time-range.ts';
import {toFigure} from '../to-figure.ts';
import {matchComponent} from './match-component.ts';
import {stackByState} from './stack-by-state.ts';

/** Which project has how many components, how many of them are ready, and when the last one came. */
export const projectOwnership: Report = {
  id: 'project-ownership',
  needs: ['components', 'projects'],
  filters: ['range', 'type', 'state'],
  make({facts, filters, now, messages}) {
    const {text} = messages;
    const components = facts.components.filter(matchComponent(filters));
    const owned = Map.groupBy(components, ({project}) => project);
    const labels = new Map(facts.projects.map(({name, label}) => [name, label]));
    // Projects without components are in it, and so are projects that only components name.
    const projects = [...new Set([...labels.keys(), ...owned.keys()])].sort(
      (a, b) => (owned.get(b)?.length ?? 0) - (owned.get(a)?.length ?? 0) || (a < b ? -1 : 1),
    );
    const periods = toPeriods(filters.range, now);
    const toLabel = (project: string): string => labels.get(project) ?? (project || text('unknown'));
    return {
      chart: stackByState(components, ({project}) => project, toLabel, messages),
      summary: text('report.project-ownership.summary', {count: components.length, projects: owned.size}),
      axis: text('column.project'),
      columns: [
        {title: text('column.project'), kind: 'text'},
        {title: text('column.name'), kind: 'text'},
        {title: text('column.components'), kind: 'number'},
        {title: text('column.share'), kind: 'share'},
        {title: text('column.ready'), kind: 'number'},
        ...(filters.range === 'all'
          ? []
          : [{title: spanText(messages, 'column.new', filters.range), kind: 'number' as const}]),
        {title: text('column.last-created'), kind: 'moment'},
      ],
      rows: projects.map((project) => {
        const own = owned.get(project) ?? [];
        const moments = own.flatMap(({created}) => created ?? []);
        return {
          ...(labels.has(project) && {path: `/catalog/projects/${encodeURIComponent(project)}`}),
          cells: [
            toLabel(project),
            project,
            own.length,
            components.length === 0 ? undefined : own.length / components.length,
            own.filter(({state}) => state === 'ready').length,
            ...(filters.range === 'all' ? [] : [toFigure(moments, periods).created]),
            moments.length === 0 ? undefined : new Date(moments.reduce((a, b) => Math.max(a, b))),
          ],
        };
      }),
    };
  },
};
