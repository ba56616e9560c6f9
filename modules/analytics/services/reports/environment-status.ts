import type {ChartSeries} from '../../types/chart-data.ts';
import type {Report} from '../../types/report.ts';
import {toPlaneState} from '../../utils/plane-state.ts';

/** Every environment with the plane it is on, and whether that plane is heard of; the chart has them by plane. */
export const environmentStatus: Report = {
  id: 'environment-status',
  needs: ['environments', 'planes'],
  filters: ['plane'],
  make({facts, filters, messages}) {
    const {text} = messages;
    const planes = new Map(facts.planes.map((plane) => [plane.id, plane]));
    const environments = facts.environments
      .filter(({plane}) => !filters.plane || toPlaneState(planes.get(plane)) === filters.plane)
      .toSorted((a, b) => Number(a.isProduction) - Number(b.isProduction) || (a.name < b.name ? -1 : 1));
    const used = [...new Set(environments.map(({plane}) => plane))].sort();
    const toPlaneName = (id: string): string =>
      planes.get(id)?.label ?? (id.split('/').slice(1).join('/') || text('unknown'));
    const count = (isProduction: boolean): readonly number[] =>
      used.map((id) => environments.filter((one) => one.plane === id && one.isProduction === isProduction).length);
    const series: readonly ChartSeries[] = [
      {label: text('environment.other'), tone: '1', values: count(false)},
      {label: text('environment.production'), tone: '3', values: count(true)},
    ];
    return {
      chart: {
        shape: 'bars',
        axis: 'names',
        places: used.map((id) => ({short: toPlaneName(id), full: toPlaneName(id)})),
        series: series.filter(({values}) => values.some((value) => value > 0)),
      },
      summary: text('report.environment-status.summary', {count: environments.length, planes: used.length}),
      axis: text('column.plane'),
      columns: [
        {title: text('column.environment'), kind: 'text'},
        {title: text('column.name'), kind: 'text'},
        {title: text('column.stage'), kind: 'text'},
        {title: text('column.plane'), kind: 'text'},
        {title: text('column.plane-kind'), kind: 'text'},
        {title: text('column.plane-state'), kind: 'text'},
        {title: text('column.state'), kind: 'text'},
        {title: text('column.created'), kind: 'moment'},
      ],
      rows: environments.map(({name, label, isProduction, plane, state, created}) => ({
        cells: [
          label,
          name,
          text(isProduction ? 'environment.production' : 'environment.other'),
          toPlaneName(plane),
          plane.split('/')[0] ?? '',
          text(`plane.${toPlaneState(planes.get(plane))}`),
          text(`state.${state}`),
          created === undefined ? undefined : new Date(created),
        ],
      })),
    };
  },
};
