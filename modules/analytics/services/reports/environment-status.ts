import type {ChartData, ChartSeries} from '../../types/chart-data.ts';
import type {DeploymentFacts} from '../../types/facts.ts';
import type {Report} from '../../types/report.ts';
import {STATES} from '../../utils/report-filters.ts';
import {toPlaneState} from '../../utils/plane-state.ts';

/** Every environment with what is deployed there, the plane it is on, and whether that plane is heard of. */
export const environmentStatus: Report = {
  id: 'environment-status',
  needs: ['environments', 'planes', 'deployments'],
  filters: ['plane'],
  make({facts, filters, messages, project}) {
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
    const deployments = facts.deployments.filter((one) => !project || one.project === project);
    const deployedTo = (name: string): readonly DeploymentFacts[] =>
      deployments.filter(({environment}) => environment === name);
    const shown = environments.flatMap(({name}) => deployedTo(name));
    const byPlane: ChartData = {
      shape: 'bars',
      axis: 'names',
      places: used.map((id) => ({short: toPlaneName(id), full: toPlaneName(id)})),
      series: series.filter(({values}) => values.some((value) => value > 0)),
    };
    const byEnvironment: ChartData = {
      shape: 'bars',
      axis: 'names',
      places: environments.map(({label}) => ({short: label, full: label})),
      series: STATES.map((state): ChartSeries => ({
        label: text(`state.${state}`),
        tone: state,
        values: environments.map(({name}) => deployedTo(name).filter((one) => one.state === state).length),
      })).filter(({values}) => values.some((value) => value > 0)),
    };
    const isDeployed = shown.length > 0;
    return {
      // Where nothing is deployed there is still something to see: which plane is to run which environment.
      chart: isDeployed ? byEnvironment : byPlane,
      summary: isDeployed
        ? text('report.environment-status.deployed', {count: shown.length, environments: environments.length})
        : text('report.environment-status.summary', {count: environments.length, planes: used.length}),
      axis: text(isDeployed ? 'column.environment' : 'column.plane'),
      columns: [
        {title: text('column.environment'), kind: 'text'},
        {title: text('column.name'), kind: 'text'},
        {title: text('column.stage'), kind: 'text'},
        {title: text('column.deployments'), kind: 'number'},
        {title: text('column.ready'), kind: 'number'},
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
          deployedTo(name).length,
          deployedTo(name).filter((one) => one.state === 'ready').length,
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
