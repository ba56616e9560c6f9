import {baseStyles, icon, StoreController} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import type {Breadcrumb} from '../services.ts';
import {FrameElement} from './frame-element.ts';

/** The way to the open page. Nothing where the page is the first step itself. */
export class PortalBreadcrumbs extends FrameElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }

      ol {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        max-width: 1280px;
        margin: 0 auto;
        padding: 16px 24px 0;
        font-size: var(--portal-text-small);
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        gap: 4px;
        min-width: 0;
        max-width: 320px;
      }

      a,
      span {
        overflow: hidden;
        color: var(--portal-color-text-muted);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      a:hover,
      [aria-current] {
        color: var(--portal-color-text);
      }

      .icon {
        color: var(--portal-color-text-muted);
      }

      @media (width < 768px) {
        ol {
          padding: 12px 16px 0;
        }
      }
    `,
  ];

  readonly #page = new StoreController(this, () => this.services.page);
  readonly #selection = new StoreController(this, () => this.services.state.selection);

  protected override render(): TemplateResult | typeof nothing {
    const page = this.#page.value;
    if (page.status !== 'shown' || page.breadcrumbs.length < 2) return nothing;
    return html`
      <nav aria-label=${this.text('frame.breadcrumbs')} data-namespace=${this.#selection.value.namespace ?? nothing}>
        <ol>
          ${page.breadcrumbs.map((crumb, index) => this.#renderCrumb(crumb, index === page.breadcrumbs.length - 1))}
        </ol>
      </nav>
    `;
  }

  #renderCrumb({label, path}: Breadcrumb, isLast: boolean): TemplateResult {
    if (isLast) return html`<li><span aria-current="page">${label}</span></li>`;
    return html`<li><a href=${this.services.links.href(path)}>${label}</a>${icon(ChevronRight, {size: 14})}</li>`;
  }
}
