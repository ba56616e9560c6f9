import {baseStyles, buttonStyles, icon, StoreController} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import {bannerStyles} from '../frame/banner-styles.ts';
import {FrameElement} from '../frame/frame-element.ts';

/** Says through which role the portal is seen, as long as it is, with the way to another one and the way back. */
export class PortalViewedRole extends FrameElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    bannerStyles,
    css`
      .banner {
        background: var(--portal-color-accent-soft);
      }

      .banner > .icon {
        color: var(--portal-color-accent);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  readonly #viewed = new StoreController(this, () => this.services.roleView.viewed);
  #leaving = false;

  protected override render(): TemplateResult | typeof nothing {
    const role = this.#viewed.value;
    if (!role) return nothing;
    return html`
      <div class="banner">
        ${icon(Eye)}
        <span class="words">
          <strong>${this.text('view-as.banner', {role: role.name})}</strong> ${this.text('view-as.read-only')}
        </span>
        <span class="actions">
          <button type="button" class="button" @click=${() => this.services.overlays.viewAs()}>
            ${this.text('view-as.other')}
          </button>
          <button type="button" class="button primary" ?disabled=${this.#leaving} @click=${() => void this.#leave()}>
            ${this.text('view-as.leave')}
          </button>
        </span>
      </div>
    `;
  }

  async #leave(): Promise<void> {
    this.#leaving = true;
    this.requestUpdate();
    try {
      await this.services.roleView.view();
    } catch (error) {
      const detail = this.services.messages.error(error);
      this.services.notices.show({kind: 'error', text: this.text('view-as.failed'), detail});
    } finally {
      this.#leaving = false;
      this.requestUpdate();
    }
  }
}
