import {baseStyles, buttonStyles, icon, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import ChevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';

/** The way through a long list: links, so that pages open in new tabs and the address says where one is. */
export class ComponentsPager extends ModuleElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      nav {
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: 8px;
        font-size: var(--portal-text-small);
      }
    `,
  ];

  @property({type: Number}) page = 1;
  @property({type: Number}) pages = 1;
  @property({attribute: false}) toHref: (page: number) => string = () => '';

  protected override render(): TemplateResult | typeof nothing {
    if (this.pages <= 1) return nothing;
    return html`
      <nav aria-label=${this.text('pager.label')}>
        ${this.#renderStep(this.page - 1, 'pager.previous', ChevronLeft)}
        <span>${this.text('pager.position', {page: this.page, pages: this.pages})}</span>
        ${this.#renderStep(this.page + 1, 'pager.next', ChevronRight)}
      </nav>
    `;
  }

  #renderStep(page: number, label: string, nodes: typeof ChevronLeft): TemplateResult {
    const text = this.text(label);
    const exists = page >= 1 && page <= this.pages;
    return exists
      ? html`<a class="button icon-only" href=${this.toHref(page)} aria-label=${text}>${icon(nodes)}</a>`
      : html`<button class="button icon-only" disabled aria-label=${text}>${icon(nodes)}</button>`;
  }
}
