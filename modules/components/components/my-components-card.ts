import {listQuery, toDisplayName, type Environment} from '@openchoreo/portal-contract';
import {badgeStyles, emptyState, narrowTableStyles, QueryController, tableStyles} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import Box from 'lucide/dist/esm/icons/box.mjs';
import {byStage} from '../utils/by-stage.ts';
import {toComponentHealth, type ComponentHealth} from '../utils/component-health.ts';
import {DEPLOYMENT_TONES} from '../utils/deployment-view.ts';
import {CardElement} from './card-element.ts';

const SHOWN = 7;

/** The components of the selection with how they are in each environment, the troubled first. */
export class MyComponentsCard extends CardElement {
  static override styles = [
    CardElement.styles,
    badgeStyles,
    tableStyles,
    narrowTableStyles,
    css`
      .table {
        margin-top: -8px;
      }
      .table :is(th, td):first-child {
        padding-inline-start: 0;
      }
      .table tbody th a {
        color: inherit;
      }
      .environment {
        display: none;
      }
      @media (width < 768px) {
        .environment {
          display: inline;
          color: var(--portal-color-text-muted);
        }
        .table tbody tr {
          padding-inline: 0;
        }
        td.none {
          display: none;
        }
      }
    `,
  ];

  readonly #components = new QueryController(this, () => listQuery(this.host.api, 'components', this.scope));
  readonly #bindings = new QueryController(this, () => listQuery(this.host.api, 'releasebindings', this.scope));
  readonly #environments = new QueryController(this, () => listQuery(this.host.api, 'environments', this.scope));
  protected override readonly queries = [this.#components, this.#bindings, this.#environments];

  protected override renderData(): TemplateResult {
    const health = toComponentHealth(this.#components.data ?? [], this.#bindings.data ?? []);
    if (health.length === 0) return emptyState({icon: Box, title: this.text('list.none.title')});
    const environments = (this.#environments.data ?? []).toSorted(byStage);
    return html`
      <table class="table" aria-label=${this.text('card.my-components')}>
        <thead>
          <tr>
            <th scope="col">${this.text('column.name')}</th>
            ${environments.map((environment) => html`<th scope="col">${toDisplayName(environment)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${health.slice(0, SHOWN).map((one) => this.#renderRow(one, environments))}
        </tbody>
      </table>
      ${
        health.length > SHOWN
          ? html`<a class="more" href=${this.host.navigation.href('/catalog/components')}
              >${this.text('list.count', {count: health.length})}</a
            >`
          : nothing
      }
    `;
  }

  #renderRow({component, states}: ComponentHealth, environments: readonly Environment[]): TemplateResult {
    return html`
      <tr>
        <th scope="row">
          <a href=${this.host.navigation.href(`/catalog/components/${component.metadata.name}`)}
            >${toDisplayName(component)}</a
          >
        </th>
        ${environments.map((environment) => {
          const state = states.get(environment.metadata.name);
          if (!state) return html`<td class="none muted">–</td>`;
          return html`<td>
            <span class="environment">${toDisplayName(environment)}</span>
            <span class="badge ${DEPLOYMENT_TONES[state]}"
              ><span class="dot"></span>${this.text(`deployment.state.${state}`)}</span
            >
          </td>`;
        })}
      </tr>
    `;
  }
}
