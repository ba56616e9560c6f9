import type {Messages} from '@openchoreo/portal-contract';
import {html, type TemplateResult} from 'lit';
import type {ChartData} from '../types/chart-data.ts';
import type {Metrics} from '../types/metrics.ts';
import type {OverviewView} from '../utils/overview-query.ts';
import {spanText} from '../utils/span-text.ts';

export interface GrowthPanel {
  /** Undefined while they are on their way. */
  readonly metrics: Metrics | undefined;
  /** The growth as `toGrowthChart` makes it, the same object while it has not changed. */
  readonly chart: ChartData | undefined;
  readonly show: OverviewView['show'];
  readonly choose: (show: OverviewView['show']) => void;
}

/** How the components grew: in all, or how many came. Needs `ChartPanel` and `rangeChoiceStyles`. */
export function growthPanel({metrics, chart, show, choose}: GrowthPanel, messages: Messages): TemplateResult {
  const {created = 0, total = 0} = metrics?.components ?? {};
  return html`
    <analytics-chart-panel
      class="growth"
      heading=${messages.text('growth.heading')}
      summary=${metrics ? spanText(messages, 'growth.summary', metrics.range, {created, total}) : ''}
      axis=${messages.text(`period.${metrics?.periods.step ?? 'day'}`)}
      .data=${chart}
    >
      <div class="ranges" slot="actions" role="group" aria-label=${messages.text('growth.show')}>
        ${(['total', 'created'] as const).map(
          (one) => html`
            <button type="button" aria-pressed=${one === show} @click=${() => choose(one)}>
              ${messages.text(`growth.${one}`)}
            </button>
          `,
        )}
      </div>
    </analytics-chart-panel>
  `;
}
