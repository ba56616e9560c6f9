import {
  baseStyles,
  buttonStyles,
  errorState,
  ModuleElement,
  type QueryController,
  skeleton,
  stateStyles,
  StoreController,
} from '@openchoreo/portal-lit';
import {css, type CSSResultGroup, html, type TemplateResult} from 'lit';
import {announceReady} from '../utils/announce-ready.ts';

/** The part of a query that decides what the card shows. */
type CardQuery = Pick<QueryController<unknown>, 'status' | 'data' | 'error' | 'refetch'>;

/** Base of the dashboard's cards: waits for the data, says what failed, and announces when either is on screen. */
export abstract class CardElement extends ModuleElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    buttonStyles,
    stateStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
      }
      .state {
        padding: 0;
        margin: auto;
      }
      ul {
        margin: -8px 0;
        padding: 0;
        list-style: none;
      }
      .more {
        margin-top: auto;
        padding-top: 8px;
        font-size: var(--portal-text-small);
      }
    `,
  ];

  /** What the card shows comes from these. The card is drawn when all have data, and stays when a refresh fails. */
  protected abstract readonly queries: readonly CardQuery[];
  protected abstract renderData(): TemplateResult;

  readonly #selection = new StoreController(this, () => this.host.state.selection);

  protected get scope(): {readonly namespace?: string; readonly project?: string} {
    return this.#selection.value;
  }

  protected override render(): TemplateResult {
    const failed = this.queries.filter(({status, data}) => status === 'error' && data === undefined);
    if (failed[0]) {
      return errorState({
        error: failed[0].error,
        messages: this.host.messages,
        text: this.text('card.error'),
        retry: () => failed.forEach((query) => void query.refetch()),
        retryLabel: this.text('retry'),
      });
    }
    if (this.queries.some(({data}) => data === undefined))
      return html`<div aria-busy="true">${skeleton({rows: 4})}</div>`;
    return this.renderData();
  }

  protected override updated(): void {
    if (this.queries.every(({status, data}) => data !== undefined || status === 'error')) announceReady(this);
  }
}
