import type {Messages} from '@openchoreo/portal-contract';
import {html, type TemplateResult} from 'lit';
import type {EnvironmentFacts, PlaneFacts} from '../types/facts.ts';
import type {Figure, Metrics} from '../types/metrics.ts';
import {spanText} from '../utils/span-text.ts';
import {figureTile} from './figure-tile.ts';

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
  const range = metrics?.range ?? 'all';
  const silent = planes?.filter(({isConnected}) => isConnected === false).length ?? 0;
  return html`
    <dl class="tiles">
      ${growthTile('components', metrics?.components, range, messages, toHref('/catalog/components'))}
      ${growthTile('projects', projects, range, messages, toHref('/catalog/projects'))} ${readyTile(metrics, messages)}
      ${figureTile({
        label: messages.text('tile.environments'),
        value: environments && number(environments.length),
        note: planes && messages.text('tile.planes', {count: planes.length, silent}),
        href: toHref('/analytics/reports/environment-status'),
      })}
    </dl>
  `;
}

/** How many there are, how many of them came in the range, and how many in the time before. */
export function growthTile(
  name: 'components' | 'projects' | 'releases',
  figure: Figure | undefined,
  range: string,
  messages: Messages,
  href?: string,
): TemplateResult {
  // Since the beginning everything is new: that says nothing.
  const isCompared = figure !== undefined && range !== 'all';
  return figureTile({
    label: messages.text(`tile.${name}`),
    value: figure && messages.number(figure.total),
    href,
    ...(isCompared && {
      change: {
        text: spanText(messages, 'tile.created', range, {count: figure.created}),
        direction: figure.created > 0 ? 'up' : 'none',
      },
    }),
    ...(isCompared &&
      figure.createdBefore !== undefined && {
        note: spanText(messages, 'tile.before', range, {count: figure.createdBefore}),
      }),
  });
}

/** Which part of the components is ready. */
export function readyTile(metrics: Metrics | undefined, messages: Messages): TemplateResult {
  const ready = metrics?.byState.find(({key}) => key === 'ready')?.count ?? 0;
  const total = metrics?.components.total ?? 0;
  return figureTile({
    label: messages.text('tile.ready'),
    value: metrics && (total === 0 ? '–' : messages.number(ready / total, {style: 'percent'})),
    note: metrics && messages.text('tile.ready.note', {ready: messages.number(ready), total: messages.number(total)}),
  });
}
