import {baseStyles, buttonStyles, icon, StoreController} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import Menu from 'lucide/dist/esm/icons/menu.mjs';
import {brandMark} from './brand-mark.ts';
import {FrameElement} from './frame-element.ts';
import {MediaController, PHONE} from './media-controller.ts';
import {PortalPerspectiveSwitch} from './portal-perspective-switch.ts';
import {PortalScope} from './portal-scope.ts';
import {PortalUserMenu} from './portal-user-menu.ts';
import {topBarStyles} from './top-bar-styles.ts';

/**
 * The bar over everything: where one is, what one looks for, from which side one looks, what is new, who one is.
 *
 * @event portal-open-menu - The person asked for the navigation; only where there is no room to show it always.
 */
export class PortalTopBar extends FrameElement {
  static override dependencies = {
    'portal-perspective-switch': PortalPerspectiveSwitch,
    'portal-scope': PortalScope,
    'portal-user-menu': PortalUserMenu,
  };

  static override styles = [baseStyles, buttonStyles, topBarStyles];

  protected override readonly drawsAlone = true;

  readonly #phone = new MediaController(this, PHONE);
  readonly #selection = new StoreController(this, () => this.services.state.selection);
  readonly #perspective = new StoreController(this, () => this.services.state.perspective);

  protected override render(): TemplateResult {
    return html`<header>${this.#phone.matches ? this.#renderPhone() : this.#renderWide()}</header>`;
  }

  #renderWide(): TemplateResult {
    return html`
      ${this.#renderBrand()}
      <portal-scope role="group" aria-label=${this.text('frame.scope')}></portal-scope>
      <span class="gap"></span>
      <portal-search-button></portal-search-button>
      <portal-perspective-switch></portal-perspective-switch>
      <portal-inbox></portal-inbox>
      <portal-user-menu></portal-user-menu>
    `;
  }

  #renderPhone(): TemplateResult {
    const {namespace, project, component} = this.#selection.value;
    const here = [namespace, component ?? project].filter(Boolean).join(' / ');
    return html`
      <button
        type="button"
        class="button ghost icon-only"
        aria-label=${this.text('frame.menu.open')}
        aria-haspopup="dialog"
        @click=${this.#openMenu}
      >
        ${icon(Menu, {size: 20})}
      </button>
      ${this.#renderBrand()}
      <button type="button" class="here" @click=${this.#openMenu}>
        <span class="visually-hidden">${this.text('frame.scope')}:</span>
        <span class="perspective">${this.text(`frame.perspective.${this.#perspective.value}`)}</span>
        <span class="scope">${here || this.text('frame.scope.all.namespace')}</span>
      </button>
      <portal-search-button></portal-search-button>
      <portal-inbox></portal-inbox>
      <portal-user-menu></portal-user-menu>
    `;
  }

  #renderBrand(): TemplateResult {
    // The choice of scope changes the address of home, too.
    return html`
      <a class="brand" href=${this.services.links.href('/')} aria-label=${this.text('frame.home')}>
        ${brandMark()}${this.#phone.matches ? nothing : html`<span class="brand-name">${this.text('frame.product')}</span>`}
      </a>
    `;
  }

  #openMenu(): void {
    this.dispatchEvent(new CustomEvent('portal-open-menu', {bubbles: true, composed: true}));
  }
}
