import {type DataPlane, listQuery, toDisplayName} from '@openchoreo/portal-contract';
import {emptyState, PortalTime, QueryController} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import Server from 'lucide/dist/esm/icons/server.mjs';
import {toPlaneStatus} from '../utils/plane-status.ts';
import {CardElement} from './card-element.ts';
import {ComponentsStatus} from './components-status.ts';
import {rowStyles} from './row-styles.ts';

const KINDS = [
  ['workflowplanes', 'plane.workflow'],
  ['clusterworkflowplanes', 'plane.workflow'],
  ['observabilityplanes', 'plane.observability'],
  ['clusterobservabilityplanes', 'plane.observability'],
] as const;

interface Plane {
  readonly plane: DataPlane;
  readonly sort: (typeof KINDS)[number][1];
}

/** The clusters that build and that observe, the troubled first, with the state of their agents. */
export class ServicePlanesCard extends CardElement {
  static override dependencies = {'components-status': ComponentsStatus, 'portal-time': PortalTime};
  static override styles = [CardElement.styles, rowStyles];

  protected override readonly queries = KINDS.map(
    ([kind]) => new QueryController(this, () => listQuery(this.host.api, kind, this.scope)),
  );

  protected override renderData(): TemplateResult {
    const planes = KINDS.flatMap(([, sort], index) =>
      (this.queries[index]?.data ?? []).map((plane): Plane => ({plane, sort})),
    ).toSorted((a, b) => Number(isWell(a)) - Number(isWell(b)));
    if (planes.length === 0) return emptyState({icon: Server, title: this.text('planes.none')});
    return html`<ul>
      ${planes.map((one) => this.#renderRow(one))}
    </ul>`;
  }

  #renderRow({plane, sort}: Plane): TemplateResult {
    const heartbeat = plane.status?.agentConnection?.lastHeartbeatTime;
    return html`
      <li>
        <p><strong>${toDisplayName(plane)}</strong> <span class="muted">${this.text(sort)}</span></p>
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

function isWell({plane}: Plane): boolean {
  return toPlaneStatus(plane).tone === 'success';
}
