import {baseStyles, buttonStyles, icon, StoreController} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import PanelLeftClose from 'lucide/dist/esm/icons/panel-left-close.mjs';
import PanelLeftOpen from 'lucide/dist/esm/icons/panel-left-open.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import {FrameElement} from './frame-element.ts';
import {MediaController, PHONE} from './media-controller.ts';
import {PortalNavigation} from './portal-navigation.ts';
import {PortalPerspectiveSwitch} from './portal-perspective-switch.ts';
import {PortalScope} from './portal-scope.ts';
import {sidebarStyles} from './sidebar-styles.ts';
import {isSidebarNarrow, keepSidebarNarrow} from './sidebar-width.ts';

/**
 * Where the navigation stands: beside the page, wide or narrow, or where there is no room a drawer over it, which then
 * also holds the selectors and the perspective.
 */
export class PortalSidebar extends FrameElement {
  static override dependencies = {
    'portal-navigation': PortalNavigation,
    'portal-perspective-switch': PortalPerspectiveSwitch,
    'portal-scope': PortalScope,
  };

  static override styles = [baseStyles, buttonStyles, sidebarStyles];

  protected override readonly drawsAlone = true;

  @query('dialog') private readonly drawer!: HTMLDialogElement | null;

  readonly #phone = new MediaController(this, PHONE);
  readonly #page = new StoreController(this, () => this.services.page);
  #shownPath = '';
  #narrow = isSidebarNarrow();

  /** Opens the drawer; beside the page there is nothing to open. */
  open(): void {
    if (this.drawer?.open === false) this.drawer.showModal();
  }

  protected override willUpdate(): void {
    const {path} = this.#page.value;
    if (path !== this.#shownPath) this.drawer?.close();
    this.#shownPath = path;
  }

  protected override render(): TemplateResult {
    return this.#phone.matches ? this.#renderDrawer() : this.#renderBeside();
  }

  #renderBeside(): TemplateResult {
    const toggle = this.text(this.#narrow ? 'frame.sidebar.widen' : 'frame.sidebar.narrow');
    return html`
      <div class="beside">
        <portal-navigation ?narrow=${this.#narrow}></portal-navigation>
        <portal-status ?narrow=${this.#narrow}></portal-status>
        <div class="foot ${this.#narrow ? 'narrow' : ''}">
          <button
            type="button"
            class="button ghost small icon-only"
            aria-label=${toggle}
            title=${toggle}
            @click=${this.#toggle}
          >
            ${icon(this.#narrow ? PanelLeftOpen : PanelLeftClose)}
          </button>
        </div>
      </div>
    `;
  }

  #renderDrawer(): TemplateResult {
    /* eslint-disable lit-a11y/click-events-have-key-events -- the key for what a click beside the drawer does is Escape */
    return html`
      <dialog aria-label=${this.text('frame.menu')} @click=${this.#closeOnBackdrop}>
        <div class="drawer">
          <div class="drawer-head">
            <strong>${this.text('frame.product')}</strong>
            <button
              type="button"
              class="button ghost icon-only"
              aria-label=${this.text('frame.menu.close')}
              @click=${() => this.drawer?.close()}
            >
              ${icon(X, {size: 20})}
            </button>
          </div>
          <div class="drawer-choices">
            <portal-perspective-switch></portal-perspective-switch>
            <portal-scope block role="group" aria-label=${this.text('frame.scope')}></portal-scope>
          </div>
          <portal-navigation @click=${this.#closeOnLink}></portal-navigation>
          <portal-status @click=${this.#closeOnLink}></portal-status>
        </div>
      </dialog>
    `;
    /* eslint-enable lit-a11y/click-events-have-key-events */
  }

  #toggle(): void {
    this.#narrow = !this.#narrow;
    keepSidebarNarrow(this.#narrow);
    this.requestUpdate();
  }

  #closeOnBackdrop(event: MouseEvent): void {
    if (event.target === this.drawer) this.drawer?.close();
  }

  // The link of the open page changes no path, and still means «show me the page».
  #closeOnLink(event: MouseEvent): void {
    const [target] = event.composedPath();
    if (target instanceof Element && target.closest('a')) this.drawer?.close();
  }
}
