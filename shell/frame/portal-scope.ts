import {SCOPE_FIELDS} from '@openchoreo/portal-contract';
import {baseStyles} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {FrameElement} from './frame-element.ts';
import {PortalScopeSelector} from './portal-scope-selector.ts';

/** The four selectors: in a row for the top bar, or with `block` one below the other with their names. */
export class PortalScope extends FrameElement {
  static override dependencies = {'portal-scope-selector': PortalScopeSelector};

  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 2px;
        min-width: 0;
      }

      .separator {
        color: var(--portal-color-border-strong);
      }

      :host([block]) {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 8px;
      }

      .name {
        margin-bottom: 2px;
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
      }
    `,
  ];

  @property({type: Boolean, reflect: true}) block = false;

  protected override render(): TemplateResult[] {
    return SCOPE_FIELDS.map((field, index) =>
      this.block
        ? html`<div>
            <div class="name" aria-hidden="true">${this.text(`frame.scope.${field}`)}</div>
            <portal-scope-selector field=${field} block></portal-scope-selector>
          </div>`
        : html`${index > 0 ? html`<span class="separator" aria-hidden="true">/</span>` : nothing}
            <portal-scope-selector field=${field}></portal-scope-selector>`,
    );
  }
}
