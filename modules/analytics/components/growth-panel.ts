import type {Messages} from '@openchoreo/portal-contract';
import {html, type TemplateResult} from 'lit';
import type {ChartData} from '../types/chart-data.ts';
import type {Figure, Metrics} from '../types/metrics.ts';
import type {OverviewView} from '../utils/overview-query.ts';
import {spanText} from '../utils/span-text.ts';

/** What grew; nothing while it is on its way. */
export interface Grown {
  readonly figure?: Figure;
  readonly range?: string;
  readonly step?: Metrics['periods']['step'];
}

export interface GrowthPanel extends Grown {
  /** Where its texts are: `growth` is of components. */
  readonly name: 'growth' | 'releases';
  /** As `toGrowthChart` makes it, the same object while it has not changed. */
  readonly chart: ChartData | undefined;
  readonly show: OverviewView['show'];
  readonly choose: (show: OverviewView['show']) => void;
}

/** How something grew: in all, or how many came. Needs `ChartPanel` and `rangeChoiceStyles`. */
export function growthPanel(
  {name, figure, range = 'all', step = 'day', chart, show, choose}: GrowthPanel,
  messages: Messages,
): TemplateResult {
  const {text} = messages;
  const summary = figure
    ? spanText(messages, `${name}.summary`, range, {created: figure.created, total: figure.total})
    : '';
  return html`
    <analytics-chart-panel
      class="growth"
      heading=${text(`${name}.heading`)}
      summary=${summary}
      axis=${text(`period.${step}`)}
      .data=${chart}
    >
      <div class="ranges" slot="actions" role="group" aria-label=${text('growth.show')}>
        ${(['total', 'created'] as const).map(
          (one) => html`
            <button type="button" aria-pressed=${one === show} @click=${() => choose(one)}>
              ${text(`growth.${one}`)}
            </button>
          `,
        )}
      </div>
    </analytics-chart-panel>
  `;
}

/** The components, as the panel shows them. */
export function toGrown(metrics: Metrics | undefined): Grown {
  return metrics ? {figure: metrics.components, range: metrics.range, step: metrics.periods.step} : {};
}
