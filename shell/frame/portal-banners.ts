import {baseStyles, buttonStyles, icon, StoreController} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import LogIn from 'lucide/dist/esm/icons/log-in.mjs';
import WifiOff from 'lucide/dist/esm/icons/wifi-off.mjs';
import {bannerStyles} from './banner-styles.ts';
import {FrameElement} from './frame-element.ts';

/** What concerns the whole portal and stays until it is over: a role is looked through, the session has ended, the network is gone. */
export class PortalBanners extends FrameElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    bannerStyles,
    css`
      :host {
        position: sticky;
        top: var(--portal-bar-height);
        z-index: 1;
        display: block;
      }
    `,
  ];

  readonly #viewed = new StoreController(this, () => this.services.roleView.viewed);
  readonly #expired = new StoreController(this, () => this.services.session.expired);
  readonly #onNetwork = () => this.requestUpdate();
  #signingIn = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#onNetwork);
    addEventListener('offline', this.#onNetwork);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#onNetwork);
    removeEventListener('offline', this.#onNetwork);
  }

  protected override render(): TemplateResult {
    return html`
      <div role="status">
        ${this.services.boot.safeMode ? html`<portal-safe-mode></portal-safe-mode>` : nothing}
        ${this.#viewed.value ? html`<portal-viewed-role></portal-viewed-role>` : nothing}
        ${
          navigator.onLine
            ? nothing
            : html`<div class="banner">${icon(WifiOff)}<span class="words">${this.text('frame.offline')}</span></div>`
        }
        ${this.#expired.value ? this.#renderExpired() : nothing}
      </div>
    `;
  }

  protected override updated(): void {
    // For operators, now and then: nobody else fetches it.
    if (this.services.boot.safeMode) void import('./portal-safe-mode.ts').then(({defineSafeMode}) => defineSafeMode());
    if (this.#viewed.value) void import('../view-as/index.ts').then(({defineViewedRole}) => defineViewedRole());
  }

  #renderExpired(): TemplateResult {
    return html`
      <div class="banner">
        ${icon(LogIn)}
        <span class="words">${this.text('frame.session.expired')}</span>
        <button type="button" class="button primary" ?disabled=${this.#signingIn} @click=${() => void this.#signIn()}>
          ${this.text('frame.session.sign-in')}
        </button>
      </div>
    `;
  }

  async #signIn(): Promise<void> {
    this.#signingIn = true;
    this.requestUpdate();
    try {
      await this.services.session.signInAgain();
    } catch (error) {
      const detail = this.services.messages.error(error);
      this.services.notices.show({kind: 'error', text: this.text('frame.session.failed'), detail});
    } finally {
      this.#signingIn = false;
      this.requestUpdate();
    }
  }
}
