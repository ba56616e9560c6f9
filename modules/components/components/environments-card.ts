import {type Environment, listQuery, toDisplayName} from '@openchoreo/portal-contract';
import {badgeStyles, emptyState, QueryController} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import Layers from 'lucide/dist/esm/icons/layers.mjs';
import {byStage} from '../utils/by-stage.ts';
import {toResourceStatus} from '../utils/resource-status.ts';
import {CardElement} from './card-element.ts';
import {ComponentsStatus} from './components-status.ts';
import {rowStyles} from './row-styles.ts';

/** The environments of the namespace: state, data plane, and which of them is production. */
export class EnvironmentsCard extends CardElement {
  static override dependencies = {'components-status': ComponentsStatus};
  static override styles = [CardElement.styles, badgeStyles, rowStyles];

  readonly #environments = new QueryController(this, () => listQuery(this.host.api, 'environments', this.scope));
  protected override readonly queries = [this.#environments];

  protected override renderData(): TemplateResult {
    const environments = (this.#environments.data ?? []).toSorted(byStage);
    if (environments.length === 0) return emptyState({icon: Layers, title: this.text('environments.none.title')});
    return html`<ul>
      ${environments.map((environment) => this.#renderRow(environment))}
    </ul>`;
  }

  #renderRow(environment: Environment): TemplateResult {
    const {isProduction, dataPlaneRef} = environment.spec ?? {};
    return html`
      <li>
        <p>
          <strong>${toDisplayName(environment)}</strong>
          ${isProduction ? html`<span class="badge info">${this.text('environment.production')}</span>` : nothing}
        </p>
        <span class="muted">${dataPlaneRef?.name}</span>
        <components-status .status=${toResourceStatus(environment)}></components-status>
      </li>
    `;
  }
}
