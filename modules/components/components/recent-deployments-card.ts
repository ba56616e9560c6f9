import {listQuery, toDeploymentState, toDisplayName, type ReleaseBinding} from '@openchoreo/portal-contract';
import {badgeStyles, emptyState, PortalTime, QueryController} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import Rocket from 'lucide/dist/esm/icons/rocket.mjs';
import {toChangeTime} from '../utils/component-health.ts';
import {DEPLOYMENT_TONES} from '../utils/deployment-view.ts';
import {activityStyles} from './activity-styles.ts';
import {CardElement} from './card-element.ts';

const SHOWN = 6;

/** What was deployed, promoted or undeployed last, where, and how it is now. */
export class RecentDeploymentsCard extends CardElement {
  static override dependencies = {'portal-time': PortalTime};
  static override styles = [CardElement.styles, badgeStyles, activityStyles];

  readonly #bindings = new QueryController(this, () => listQuery(this.host.api, 'releasebindings', this.scope));
  readonly #components = new QueryController(this, () => listQuery(this.host.api, 'components', this.scope));
  readonly #environments = new QueryController(this, () => listQuery(this.host.api, 'environments', this.scope));
  protected override readonly queries = [this.#bindings, this.#components, this.#environments];

  protected override renderData(): TemplateResult {
    const {project} = this.scope;
    const latest = (this.#bindings.data ?? [])
      .filter(({spec}) => !project || spec?.owner.projectName === project)
      .toSorted((a, b) => toChangeTime(b).localeCompare(toChangeTime(a)))
      .slice(0, SHOWN);
    if (latest.length === 0) return emptyState({icon: Rocket, title: this.text('card.deployments.none')});
    return html`<ul>
      ${latest.map((binding) => this.#renderRow(binding))}
    </ul>`;
  }

  #renderRow(binding: ReleaseBinding): TemplateResult {
    const {owner, environment = '', releaseName} = binding.spec ?? {};
    const name = owner?.componentName ?? '';
    const component = this.#components.data?.find(({metadata}) => metadata.name === name);
    const about = this.#environments.data?.find(({metadata}) => metadata.name === environment);
    const state = toDeploymentState(binding);
    return html`
      <li>
        <a href=${this.host.navigation.href(`/catalog/components/${name}`)}
          >${component ? toDisplayName(component) : name}</a
        >
        <span class="badge ${DEPLOYMENT_TONES[state]}"
          ><span class="dot"></span>${this.text(`deployment.state.${state}`)}</span
        >
        <span class="muted" title=${releaseName ?? ''}>${about ? toDisplayName(about) : environment}</span>
        <portal-time class="muted" datetime=${toChangeTime(binding)}></portal-time>
      </li>
    `;
  }
}
