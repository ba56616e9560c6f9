import {listQuery, toDisplayName} from '@openchoreo/portal-contract';
import {badgeStyles, emptyState, PortalTime, QueryController} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import Hammer from 'lucide/dist/esm/icons/hammer.mjs';
import {toFailingBuilds, type FailingBuild} from '../utils/failing-builds.ts';
import {RUN_TONES} from '../utils/run-view.ts';
import {activityStyles} from './activity-styles.ts';
import {CardElement} from './card-element.ts';

const SHOWN = 6;

/** The components whose last build has failed, with what it failed of. */
export class FailingBuildsCard extends CardElement {
  static override dependencies = {'portal-time': PortalTime};
  static override styles = [CardElement.styles, badgeStyles, activityStyles];

  readonly #runs = new QueryController(this, () => listQuery(this.host.api, 'workflowruns', this.scope));
  readonly #components = new QueryController(this, () => listQuery(this.host.api, 'components', this.scope));
  protected override readonly queries = [this.#runs, this.#components];

  protected override renderData(): TemplateResult {
    const failing = toFailingBuilds(this.#runs.data ?? [], this.scope.project);
    if (failing.length === 0) return emptyState({icon: Hammer, title: this.text('card.failing-builds.none')});
    return html`<ul>
      ${failing.slice(0, SHOWN).map((build) => this.#renderRow(build))}
    </ul>`;
  }

  #renderRow({component: name, run}: FailingBuild): TemplateResult {
    const component = this.#components.data?.find(({metadata}) => metadata.name === name);
    const path = `/catalog/components/${name}?tab=components.builds&run=${encodeURIComponent(run.name)}`;
    const why = run.steps.find(({message}) => message !== '')?.message ?? run.message;
    return html`
      <li>
        <a href=${this.host.navigation.href(path)}>${component ? toDisplayName(component) : name}</a>
        <span class="badge ${RUN_TONES[run.state]}"
          ><span class="dot"></span>${this.text(`build.state.${run.state}`)}</span
        >
        <span class="muted" title=${why}>${why}</span>
        <portal-time class="muted" datetime=${run.createdAt}></portal-time>
      </li>
    `;
  }
}
