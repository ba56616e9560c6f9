import {
  baseStyles,
  buttonStyles,
  cardStyles,
  errorState,
  icon,
  stateStyles,
  StoreController,
} from '@openchoreo/portal-lit';
import type {Scope} from '@openchoreo/portal-contract';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import ArrowUpRight from 'lucide/dist/esm/icons/arrow-up-right.mjs';
import {MetricsController} from '../hooks/metrics-controller.ts';
import type {Metrics} from '../types/metrics.ts';
import {parseRange} from '../utils/time-range.ts';
import {spanText} from '../utils/span-text.ts';
import {toSettings} from '../utils/settings.ts';
import {AnalyticsElement} from './analytics-element.ts';
import {Freshness} from './freshness.ts';
import {sparkline} from './sparkline.ts';
import {sparklineStyles} from './sparkline-styles.ts';

/**
 * How many components a project has and how they grew, small enough for any page: `<analytics-widget project="shop">`.
 */
export class AnalyticsWidget extends AnalyticsElement {
  static override dependencies = {'analytics-freshness': Freshness};
  static override styles = [
    baseStyles,
    buttonStyles,
    cardStyles,
    stateStyles,
    sparklineStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      .card {
        gap: 4px;
        min-height: 148px;
        padding: 12px 16px;
      }
      header {
        display: flex;
        align-items: baseline;
        gap: 8px;
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
      }
      header a {
        margin-inline-start: auto;
      }
      .value {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 12px;
      }
      strong {
        font-size: 28px;
        font-weight: 600;
        line-height: 40px;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
      }
      .change {
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
      }
      .bone {
        width: 100%;
        height: 84px;
      }
      .state {
        padding: 0;
      }
    `,
  ];

  /** Name of the project; the selected one where none is named. */
  @property() project = '';
  /** Name of the namespace; the selected one where none is named. */
  @property() namespace = '';
  /** `7d`, `30d`, `90d`, `1y` or `all`; the person's setting where none is named. */
  @property() range = '';
  readonly #selection = new StoreController(this, () => this.host.state.selection);
  readonly #metrics = new MetricsController(this, () => ({
    host: this.host,
    api: this.host.api,
    scope: this.#scope,
    ...this.#settings,
  }));

  protected override render(): TemplateResult {
    const {metrics, query} = this.#metrics;
    if (metrics === undefined && query.status === 'error') {
      return html`<div class="card">
        ${errorState({
          error: query.error,
          messages: this.host.messages,
          text: this.text('data.error'),
          retry: () => void query.refetch(),
          retryLabel: this.text('retry'),
        })}
      </div>`;
    }
    const {project} = this.#scope;
    return html`
      <section class="card" aria-label=${this.text('widget.label')}>
        <header>
          <span>${this.text('widget.components')}</span>
          <a href=${this.host.navigation.href('/analytics', {...this.#scope, project: project ?? null})}
            >${this.text('widget.more')}</a
          >
        </header>
        ${metrics ? this.#renderFigures(metrics) : html`<span class="bone" aria-busy="true"></span>`}
      </section>
    `;
  }

  #renderFigures({components, growth, range}: Metrics): TemplateResult {
    const {messages} = this.host;
    return html`
      <div class="value">
        <strong>${messages.number(components.total)}</strong>
        <span class="change">
          ${components.created > 0 ? icon(ArrowUpRight, {size: 14}) : nothing}
          ${spanText(messages, 'tile.created', range, {count: components.created})}
        </span>
      </div>
      ${sparkline(growth.total)}
      <analytics-freshness .scope=${this.#scope}></analytics-freshness>
    `;
  }

  get #settings(): {range: ReturnType<typeof toSettings>['range']; refetchInterval: number | false} {
    const {range, refetchInterval} = toSettings(this.host.settings.get('range'), this.host.settings.get('refresh'));
    return {range: parseRange(this.range) ?? range, refetchInterval};
  }

  get #scope(): Scope {
    const namespace = this.namespace || this.#selection.value.namespace;
    const project = this.project || this.#selection.value.project;
    return {...(namespace && {namespace}), ...(project && {project})};
  }
}
