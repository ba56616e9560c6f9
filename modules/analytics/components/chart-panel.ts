import {
  baseStyles,
  buttonStyles,
  cardStyles,
  defineElement,
  errorState,
  icon,
  stateStyles,
  tableStyles,
} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import ChartSpline from 'lucide/dist/esm/icons/chart-spline.mjs';
import Table from 'lucide/dist/esm/icons/table.mjs';
import type {ChartData} from '../types/chart-data.ts';
import {lazily} from '../utils/lazily.ts';
import {AnalyticsElement} from './analytics-element.ts';
import {chartPanelStyles} from './chart-panel-styles.ts';
import {chartTable} from './chart-table.ts';
import {toneStyles} from './tone-styles.ts';

type Chart = {readonly status: 'waiting' | 'loaded'} | {readonly status: 'failed'; readonly error: unknown};

/**
 * A chart with its heading, its legend and the same numbers as a table. The chart itself is fetched when the panel has
 * something to show; where that fails, it says so, the table still works, and it can be tried again.
 *
 * @slot actions - Beside the switch between chart and table.
 */
export class ChartPanel extends AnalyticsElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    cardStyles,
    stateStyles,
    tableStyles,
    toneStyles,
    chartPanelStyles,
  ];

  @property() heading = '';
  /** What the chart comes to, in a sentence. */
  @property() summary = '';
  /** Head of the table's first column. */
  @property() axis = '';
  /** Undefined while it is on its way. */
  @property({attribute: false}) data: ChartData | undefined;
  @state() private chart: Chart = {status: 'waiting'};
  @state() private isTable = false;

  readonly #load = lazily(() => import('./heavy-chart.ts'));
  #isLoading = false;

  protected override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="heading">
        <header class="card-header">
          <div class="about">
            <h2 id="heading">${this.heading}</h2>
            <p class="muted">${this.summary || '\u00a0'}</p>
          </div>
          <slot name="actions"></slot>
          <button
            class="button ghost small"
            type="button"
            aria-pressed=${this.isTable}
            @click=${() => (this.isTable = !this.isTable)}
          >
            ${icon(this.isTable ? ChartSpline : Table)}${this.text(this.isTable ? 'chart.show' : 'chart.table')}
          </button>
        </header>
        ${this.#renderLegend()}
        <div class="body">${this.#renderBody()}</div>
      </section>
    `;
  }

  protected override updated(): void {
    if (this.data !== undefined && !this.isTable && this.chart.status === 'waiting') void this.#fetch();
  }

  #renderLegend(): TemplateResult | typeof nothing {
    const series = this.data?.series ?? [];
    if (series.length < 2) return nothing;
    return html`
      <ul class="legend">
        ${series.map(({label, tone}) => html`<li><span class="swatch tone-${tone}"></span>${label}</li>`)}
      </ul>
    `;
  }

  #renderBody(): unknown {
    const {data} = this;
    if (data === undefined) return html`<div class="bone" aria-busy="true"></div>`;
    if (this.isTable) {
      return chartTable(data, {
        label: this.heading,
        axis: this.axis,
        sum: this.text('chart.sum'),
        number: (value) => this.host.messages.number(value),
      });
    }
    if (this.chart.status === 'failed') {
      return errorState({
        error: this.chart.error,
        messages: this.host.messages,
        text: this.text('chart.failed'),
        retry: () => void this.#fetch(),
        retryLabel: this.text('retry'),
        details: this.text('details'),
      });
    }
    if (this.chart.status === 'waiting') return html`<div class="bone" aria-busy="true"></div>`;
    return html`<analytics-heavy-chart .data=${data} label=${this.heading}></analytics-heavy-chart>`;
  }

  async #fetch(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    this.chart = {status: 'waiting'};
    try {
      const {HeavyChart} = await this.#load();
      defineElement('analytics-heavy-chart', HeavyChart);
      this.chart = {status: 'loaded'};
    } catch (error) {
      this.host.log.warn('The chart could not be loaded.', error);
      this.chart = {status: 'failed', error};
    } finally {
      this.#isLoading = false;
    }
  }
}
