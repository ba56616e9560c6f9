import type {Workload} from '@openchoreo/portal-contract';
import {baseStyles, factStyles, ModuleElement, tableStyles} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

/** What a component runs: its image, its environment variables by name, its endpoints. */
export class WorkloadSummary extends ModuleElement {
  static override styles = [
    baseStyles,
    tableStyles,
    factStyles,
    css`
      .table-frame {
        margin-top: 16px;
      }
    `,
  ];

  @property({attribute: false}) workload: Workload | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const {container, endpoints = {}} = this.workload?.spec ?? {};
    const env = container?.env?.map(({key}) => key).join(', ');
    return html`
      <dl>
        <dt>${this.text('workload.image')}</dt>
        <dd class="mono">${container?.image ?? '–'}</dd>
        ${
          env
            ? html`<dt>${this.text('workload.env')}</dt>
                <dd class="mono">${env}</dd>`
            : nothing
        }
      </dl>
      ${this.#renderEndpoints(Object.entries(endpoints))}
    `;
  }

  #renderEndpoints(endpoints: readonly [string, EndpointOf<Workload>][]): TemplateResult {
    if (endpoints.length === 0) return html`<p class="muted">${this.text('workload.no-endpoints')}</p>`;
    const columns = ['endpoint', 'protocol', 'port', 'visibility'];
    return html`
      <div class="table-frame" tabindex="0" role="region" aria-label=${this.text('workload.endpoints')}>
        <table class="table">
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${this.text(`workload.${column}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${endpoints.map(
              ([name, {type, port, visibility}]) => html`
                <tr>
                  <th scope="row">${name}</th>
                  <td>${type}</td>
                  <td class="mono">${port}</td>
                  <td>${visibility?.join(', ') || 'project'}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

type EndpointOf<W extends Workload> = NonNullable<NonNullable<W['spec']>['endpoints']>[string];
