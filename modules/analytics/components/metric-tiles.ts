import type {Messages} from '@openchoreo/portal-contract';
import {html, type TemplateResult} from 'lit';
import type {EnvironmentFacts, PlaneFacts} from '../types/facts.ts';
import type {Figure, Metrics} from '../types/metrics.ts';
import {spanText} from '../utils/span-text.ts';
import {type FigureTile, figureTile} from './figure-tile.ts';

export interface TileFacts {
  readonly metrics: Metrics | undefined;
  readonly projects: Figure | undefined;
  readonly environments: readonly EnvironmentFacts[] | undefined;
  readonly planes: readonly PlaneFacts[] | undefined;
}

/** The four numbers above everything else. */
export function metricTiles(
  {metrics, projects, environments, planes}: TileFacts,
  messages: Messages,
  toHref: (path: string) => string,
): TemplateResult {
  const number = (value: number): string => messages.number(value);
  // Since the beginning everything is new: that says nothing.
  const isAll = metrics?.range === 'all';
  const change = (figure: Figure | undefined): FigureTile['change'] =>
    figure === undefined || isAll
      ? undefined
      : {
          text: spanText(messages, 'tile.created', metrics?.range ?? 'all', {count: figure.created}),
          direction: figure.created > 0 ? 'up' : 'none',
        };
  const before = (figure: Figure | undefined): string | undefined =>
    isAll || figure?.createdBefore === undefined
      ? undefined
      : messages.text('tile.before', {count: figure.createdBefore});
  const ready = metrics?.byState.find(({key}) => key === 'ready')?.count ?? 0;
  const total = metrics?.components.total ?? 0;
  const silent = planes?.filter(({isConnected}) => isConnected === false).length ?? 0;
  return html`
    <dl class="tiles">
      ${figureTile({
        label: messages.text('tile.components'),
        value: metrics && number(total),
        change: change(metrics?.components),
        note: before(metrics?.components),
        href: toHref('/catalog/components'),
      })}
      ${figureTile({
        label: messages.text('tile.projects'),
        value: projects && number(projects.total),
        change: change(projects),
        note: before(projects),
        href: toHref('/catalog/projects'),
      })}
      ${figureTile({
        label: messages.text('tile.ready'),
        value: metrics && (total === 0 ? '–' : messages.number(ready / total, {style: 'percent'})),
        note: metrics && messages.text('tile.ready.note', {ready: number(ready), total: number(total)}),
      })}
      ${figureTile({
        label: messages.text('tile.environments'),
        value: environments && number(environments.length),
        note: planes && messages.text('tile.planes', {count: planes.length, silent}),
        href: toHref('/analytics/reports/environment-status'),
      })}
    </dl>
  `;
}
