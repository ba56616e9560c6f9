import {listQuery} from '@openchoreo/portal-contract';
import {
  baseStyles,
  buttonStyles,
  errorState,
  ModuleElement,
  QueryController,
  skeleton,
  stateStyles,
  StoreController,
} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import {toGrowth} from '../services/to-growth.ts';
import {momentAt} from '../utils/read-value.ts';
import {spanText} from '../utils/span-text.ts';
import {toPeriods} from '../utils/time-range.ts';
import {sparkline} from './sparkline.ts';
import {sparklineStyles} from './sparkline-styles.ts';

const RANGE = '90d';

/**
 * How the components grew in the last 90 days, from the list that the dashboard has anyway. It comes when its place is
 * looked at, and brings no chart library.
 */
export class GrowthCard extends ModuleElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    stateStyles,
    sparklineStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 8px;
        height: 100%;
        font-size: var(--portal-text-small);
      }
      .state {
        padding: 0;
        margin: auto;
      }
      .sparkline {
        flex: 1;
        min-height: 32px;
      }
    `,
  ];

  readonly #selection = new StoreController(this, () => this.host.state.selection);
  readonly #components = new QueryController(this, () => listQuery(this.host.api, 'components', this.#selection.value));

  protected override render(): TemplateResult {
    const {data, status, error} = this.#components;
    if (data === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('data.error'),
        retry: () => void this.#components.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (data === undefined) return html`<div aria-busy="true">${skeleton({rows: 4})}</div>`;
    const periods = toPeriods(RANGE, Date.now());
    const {created, total} = toGrowth(
      data.map((component) => momentAt(component, 'metadata', 'creationTimestamp')),
      periods,
    );
    const {messages, navigation} = this.host;
    const sum = created.reduce((one, other) => one + other, 0);
    return html`
      <a href=${navigation.href('/analytics')}
        >${spanText(messages, 'growth.summary', RANGE, {created: sum, total: data.length})}</a
      >
      ${sparkline(total)}
    `;
  }

  protected override updated(): void {
    const {data, status} = this.#components;
    if (data !== undefined || status === 'error')
      this.dispatchEvent(new CustomEvent('portal-card-ready', {bubbles: true, composed: true}));
  }
}
