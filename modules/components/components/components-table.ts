import {type Component, toDisplayName} from '@openchoreo/portal-contract';
import {baseStyles, icon, ModuleElement, narrowTableStyles, PortalTime, tableStyles} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import ArrowDown from 'lucide/dist/esm/icons/arrow-down.mjs';
import ArrowUp from 'lucide/dist/esm/icons/arrow-up.mjs';
import type {ListView, SortColumn} from '../utils/list-view.ts';
import {toResourceStatus} from '../utils/resource-status.ts';
import {ComponentsStatus} from './components-status.ts';

const COLUMNS: readonly SortColumn[] = ['name', 'project', 'type', 'status', 'created'];

/**
 * Components in rows.
 *
 * @fires sort - `CustomEvent<SortColumn>`: the head of a column was pressed. Without a `view` nothing can be sorted.
 */
export class ComponentsTable extends ModuleElement {
  static override dependencies = {'components-status': ComponentsStatus, 'portal-time': PortalTime};
  static override styles = [baseStyles, tableStyles, narrowTableStyles];

  @property({attribute: false}) rows: readonly Component[] = [];
  @property({attribute: false}) view: Pick<ListView, 'sort' | 'descending'> | undefined;
  /** Leaves the column of the project out: all rows are of one. */
  @property({type: Boolean}) single = false;
  /** Display names of projects by name. */
  @property({attribute: false}) projects: ReadonlyMap<string, string> = new Map();

  protected override render(): TemplateResult {
    return html`
      <div class="table-frame">
        <table class="table">
          <caption class="visually-hidden">
            ${this.text('nav.components')}
          </caption>
          <thead>
            <tr>
              ${COLUMNS.filter((column) => !this.single || column !== 'project').map((column) => this.#renderHead(column))}
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.rows,
              ({metadata}) => metadata.name,
              (component) => this.#renderRow(component),
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #renderHead(column: SortColumn): TemplateResult {
    const label = this.text(`column.${column}`);
    if (!this.view) return html`<th scope="col">${label}</th>`;
    const sorted = this.view.sort === column;
    const direction = this.view.descending ? 'descending' : 'ascending';
    return html`
      <th scope="col" aria-sort=${sorted ? direction : nothing}>
        <button type="button" @click=${() => this.#sort(column)}>
          ${label}${sorted ? icon(this.view.descending ? ArrowDown : ArrowUp, {size: 14}) : nothing}
        </button>
      </th>
    `;
  }

  #renderRow(component: Component): TemplateResult {
    const {metadata, spec} = component;
    const {navigation} = this.host;
    const displayName = toDisplayName(component);
    const project = spec?.owner.projectName ?? '';
    const [workloadType, type] = (spec?.componentType.name ?? '').split('/');
    return html`
      <tr>
        <th scope="row">
          <a href=${navigation.href(`/catalog/components/${metadata.name}`)}>${displayName}</a>
          ${displayName === metadata.name ? nothing : html`<span class="second mono">${metadata.name}</span>`}
        </th>
        ${
          this.single
            ? nothing
            : html`<td>
                <a class="plain" href=${navigation.href(`/catalog/projects/${project}`)}
                  >${this.projects.get(project) ?? project}</a
                >
              </td>`
        }
        <td title=${workloadType ?? nothing}>${type ?? workloadType}</td>
        <td><components-status .status=${toResourceStatus(component)}></components-status></td>
        <td class="muted"><portal-time datetime=${metadata.creationTimestamp ?? ''}></portal-time></td>
      </tr>
    `;
  }

  #sort(column: SortColumn): void {
    this.dispatchEvent(new CustomEvent<SortColumn>('sort', {detail: column}));
  }
}
