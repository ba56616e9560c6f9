import {type DataPlane, listQuery, toDisplayName} from '@openchoreo/portal-contract';
import {emptyState, PortalTime, QueryController} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import Server from 'lucide/dist/esm/icons/server.mjs';
import {toPlaneStatus} from '../utils/plane-status.ts';
import {CardElement} from './card-element.ts';
import {ComponentsStatus} from './components-status.ts';
import {rowStyles} from './row-styles.ts';

/** The clusters that workloads run on, the troubled first: is their agent connected, and when was it last heard of. */
export class DataPlanesCard extends CardElement {
  static override dependencies = {'components-status': ComponentsStatus, 'portal-time': PortalTime};
  static override styles = [CardElement.styles, rowStyles];

  readonly #namespaced = new QueryController(this, () => listQuery(this.host.api, 'dataplanes', this.scope));
  readonly #cluster = new QueryController(this, () => listQuery(this.host.api, 'clusterdataplanes', {}));
  protected override readonly queries = [this.#namespaced, this.#cluster];

  protected override renderData(): TemplateResult {
    const planes = [...(this.#namespaced.data ?? []), ...(this.#cluster.data ?? [])].toSorted(
      (a, b) => Number(isConnected(a)) - Number(isConnected(b)),
    );
    if (planes.length === 0) return emptyState({icon: Server, title: this.text('data-planes.none.title')});
    return html`<ul>
      ${planes.map((plane) => this.#renderRow(plane))}
    </ul>`;
  }

  #renderRow(plane: DataPlane): TemplateResult {
    const heartbeat = plane.status?.agentConnection?.lastHeartbeatTime;
    return html`
      <li>
        <p><strong>${toDisplayName(plane)}</strong></p>
        <span class="muted">
          ${
            heartbeat
              ? html`${this.text('data-plane.heartbeat')} <portal-time datetime=${heartbeat}></portal-time>`
              : this.text('data-plane.never-connected')
          }
        </span>
        <components-status .status=${toPlaneStatus(plane)}></components-status>
      </li>
    `;
  }
}

function isConnected(plane: DataPlane): boolean {
  return toPlaneStatus(plane).tone === 'success';
}
