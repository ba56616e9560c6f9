import {type Component, listQuery, toDisplayName} from '@openchoreo/portal-contract';
import {emptyState, PortalTime, QueryController} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import Clock from 'lucide/dist/esm/icons/clock.mjs';
import {toResourceStatus} from '../utils/resource-status.ts';
import {CardElement} from './card-element.ts';
import {ComponentsStatus} from './components-status.ts';

const SHOWN = 7;

/** The components that were created last. */
export class RecentComponentsCard extends CardElement {
  static override dependencies = {'components-status': ComponentsStatus, 'portal-time': PortalTime};
  static override styles = [
    CardElement.styles,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr) minmax(0, 2fr) minmax(0, 1fr);
        align-items: center;
        gap: 16px;
        min-height: 44px;
      }
      li + li {
        border-top: 1px solid var(--portal-color-border);
      }
      li > * {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .name {
        font-weight: 500;
        color: inherit;
      }
      .time {
        text-align: end;
        font-size: var(--portal-text-small);
      }
      @media (width < 768px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
        }
        .project,
        .time {
          display: none;
        }
      }
    `,
  ];

  readonly #components = new QueryController(this, () => listQuery(this.host.api, 'components', this.scope));
  protected override readonly queries = [this.#components];

  protected override renderData(): TemplateResult {
    const latest = (this.#components.data ?? [])
      .toSorted((a, b) => Date.parse(toCreated(b)) - Date.parse(toCreated(a)))
      .slice(0, SHOWN);
    if (latest.length === 0) return emptyState({icon: Clock, title: this.text('list.none.title')});
    return html`<ul>
      ${latest.map((component) => this.#renderRow(component))}
    </ul>`;
  }

  #renderRow(component: Component): TemplateResult {
    const {name} = component.metadata;
    return html`
      <li>
        <a class="name" href=${this.host.navigation.href(`/catalog/components/${name}`)}>${toDisplayName(component)}</a>
        <span class="project muted">${component.spec?.owner.projectName}</span>
        <components-status .status=${toResourceStatus(component)}></components-status>
        <portal-time class="time muted" datetime=${toCreated(component)}></portal-time>
      </li>
    `;
  }
}

function toCreated({metadata}: Component): string {
  return metadata.creationTimestamp ?? '';
}
