import {toScope, type Permission, type Scope} from '@openchoreo/portal-contract';
import {css, html, LitElement, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {PermissionController} from './permission-controller.ts';

/**
 * Shows its content only to those who hold a permission. Courtesy, not protection: the gateway enforces the same.
 *
 * @slot - Shown when the user may.
 * @slot denied - Shown when the user may not.
 * @slot pending - Shown while it is being asked.
 */
export class PortalGated extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  @property() permission: Permission = '';

  /**
   * Default: the current selection. As an attribute it is written as in an address: `namespace=acme&project=shop`; empty
   * means portal-wide.
   */
  @property({converter: {fromAttribute: toScopeOrNone}}) scope: Scope | undefined;

  readonly #permission = new PermissionController(this, () =>
    this.permission ? {action: this.permission, scope: this.scope} : undefined,
  );

  protected override render(): TemplateResult {
    const {allowed} = this.#permission;
    if (allowed === undefined) return html`<slot name="pending"></slot>`;
    return allowed ? html`<slot></slot>` : html`<slot name="denied"></slot>`;
  }
}

function toScopeOrNone(text: string | null): Scope | undefined {
  return text === null ? undefined : toScope(new URLSearchParams(text));
}
