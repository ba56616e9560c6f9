import {resourceQuery} from '@openchoreo/portal-contract';
import {
  errorState,
  factStyles,
  LocationController,
  ModuleElement,
  QueryController,
  skeleton,
  StoreController,
  uiStyles,
} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import {toFacts} from '../utils/to-facts.ts';
import {detailStyles} from './detail-styles.ts';

/** What a component was given beyond its type's defaults. */
export class ParametersTab extends ModuleElement {
  static override styles = [...uiStyles, factStyles, detailStyles];

  readonly #location = new LocationController(this);
  readonly #selection = new StoreController(this, () => this.host.state.selection);
  readonly #component = new QueryController(this, () => {
    const {namespace} = this.#selection.value;
    const name = this.#location.param('component');
    return namespace && name ? resourceQuery(this.host.api, 'components', {namespace}, name) : undefined;
  });

  protected override render(): TemplateResult {
    const {data, status, error} = this.#component;
    if (data === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('component.error'),
        retry: () => void this.#component.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (data === undefined) return html`<div aria-busy="true">${skeleton({rows: 4, columns: 2})}</div>`;
    const facts = toFacts(data.spec?.parameters);
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('form.parameters')}</h2></header>
        <div class="card-body">
          ${
            facts.length === 0
              ? html`<p class="muted">${this.text('detail.parameters.defaults')}</p>`
              : html`<dl>
                  ${facts.map(
                    ({key, value}) =>
                      html`<dt class="mono">${key}</dt>
                        <dd class="mono">${value}</dd>`,
                  )}
                </dl>`
          }
        </div>
      </section>
    `;
  }
}
