import {listQuery, type Project, toDescription, toDisplayName} from '@openchoreo/portal-contract';
import {emptyState, QueryController} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import Folder from 'lucide/dist/esm/icons/folder.mjs';
import {countByProject} from '../utils/count-by-project.ts';
import {CardElement} from './card-element.ts';

const SHOWN = 4;

/** The projects of the selection, the fullest first, with the number of their components. */
export class ProjectsCard extends CardElement {
  static override styles = [
    CardElement.styles,
    css`
      li {
        display: flex;
        align-items: center;
        gap: 16px;
        min-height: 44px;
      }
      li + li {
        border-top: 1px solid var(--portal-color-border);
      }
      .text {
        flex: 1;
        min-width: 0;
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
      .count {
        flex: none;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  readonly #projects = new QueryController(this, () => listQuery(this.host.api, 'projects', this.scope));
  readonly #components = new QueryController(this, () => listQuery(this.host.api, 'components', this.scope));
  protected override readonly queries = [this.#projects, this.#components];

  protected override renderData(): TemplateResult {
    const counts = countByProject(this.#components.data ?? []);
    const {project: selected} = this.scope;
    const projects = (this.#projects.data ?? [])
      .filter(({metadata}) => !selected || metadata.name === selected)
      .toSorted((a, b) => (counts.get(b.metadata.name) ?? 0) - (counts.get(a.metadata.name) ?? 0));
    if (projects.length === 0) return emptyState({icon: Folder, title: this.text('projects.none.title')});
    return html`
      <ul>
        ${projects.slice(0, SHOWN).map((project) => this.#renderRow(project, counts.get(project.metadata.name) ?? 0))}
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

  #renderRow(project: Project, count: number): TemplateResult {
    return html`
      <li>
        <p class="text">
          <a href=${this.host.navigation.href(`/catalog/projects/${project.metadata.name}`)}
            >${toDisplayName(project)}</a
          ><span class="muted">${toDescription(project)}</span>
        </p>
        <span class="count muted">${this.text('project.component-count', {count})}</span>
      </li>
    `;
  }
}
