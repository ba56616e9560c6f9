import {type Component, listQuery, type Project, toDescription, toDisplayName} from '@openchoreo/portal-contract';
import {badgeStyles, emptyState, icon, QueryController} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import Box from 'lucide/dist/esm/icons/box.mjs';
import Folder from 'lucide/dist/esm/icons/folder.mjs';
import {groupByProject} from '../utils/group-by-project.ts';
import {countByStatus} from '../utils/count-by-status.ts';
import {CardElement} from './card-element.ts';
import {statusBar, statusBarStyles} from './status-bar.ts';

const SHOWN = 3;

/** The projects of the selection, the fullest first, with the number of their components. */
export class ProjectsCard extends CardElement {
  static override styles = [
    CardElement.styles,
    badgeStyles,
    statusBarStyles,
    css`
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-content: center;
        gap: 8px 16px;
        min-height: 64px;
      }
      li + li {
        border-top: 1px solid var(--portal-color-border);
      }
      .text {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .text a {
        font-weight: 500;
        color: inherit;
      }
      .text span {
        margin-inline-start: 8px;
      }
      .bar {
        grid-column: 1 / -1;
      }
      .count {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        font-size: var(--portal-text-small);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  readonly #projects = new QueryController(this, () => listQuery(this.host.api, 'projects', this.scope));
  readonly #components = new QueryController(this, () => listQuery(this.host.api, 'components', this.scope));
  protected override readonly queries = [this.#projects, this.#components];

  protected override renderData(): TemplateResult {
    const groups = groupByProject(this.#components.data ?? []);
    const {project: selected} = this.scope;
    const projects = (this.#projects.data ?? [])
      .filter(({metadata}) => !selected || metadata.name === selected)
      .toSorted((a, b) => toSize(groups, b) - toSize(groups, a));
    if (projects.length === 0) return emptyState({icon: Folder, title: this.text('projects.none.title')});
    return html`
      <ul>
        ${projects.slice(0, SHOWN).map((project) => this.#renderRow(project, groups.get(project.metadata.name) ?? []))}
      </ul>
      ${
        projects.length > SHOWN
          ? html`<a class="more" href=${this.host.navigation.href('/catalog/projects')}
              >${this.text('card.projects.all', {count: projects.length})}</a
            >`
          : nothing
      }
    `;
  }

  #renderRow(project: Project, components: readonly Component[]): TemplateResult {
    return html`
      <li>
        <p class="text">
          <a href=${this.host.navigation.href(`/catalog/projects/${project.metadata.name}`)}
            >${toDisplayName(project)}</a
          ><span class="muted">${toDescription(project)}</span>
        </p>
        <span class="count muted" title=${this.text('column.components')}
          >${icon(Box, {size: 14})}<span class="visually-hidden">${this.text('column.components')}:</span>
          ${this.host.messages.number(components.length)}</span
        >
        ${statusBar(countByStatus(components))}
      </li>
    `;
  }
}

function toSize(groups: ReadonlyMap<string, readonly Component[]>, {metadata}: Project): number {
  return groups.get(metadata.name)?.length ?? 0;
}
