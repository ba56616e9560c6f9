import {baseStyles, buttonStyles, defineElement, icon} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import ShieldCheck from 'lucide/dist/esm/icons/shield-check.mjs';
import {FrameElement} from './frame-element.ts';

/** Says that this tab leaves out what was installed, with the way back. */
export class PortalSafeMode extends FrameElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .banner {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        min-height: 48px;
        padding: 8px 24px;
        border-bottom: 1px solid var(--portal-color-border);
        background: var(--portal-color-warning-soft);
        font-size: var(--portal-text-small);
      }

      .banner > .icon {
        color: var(--portal-color-warning);
      }

      .words {
        flex: 1 1 240px;
      }

      @media (width < 768px) {
        .banner {
          padding: 8px 16px;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <div class="banner">
        ${icon(ShieldCheck)}
        <span class="words">${this.text('safe-mode.text')}</span>
        <button type="button" class="button" @click=${this.#leave}>${this.text('safe-mode.leave')}</button>
      </div>
    `;
  }

  /** Another page, so that everything is there as if it had never been left out. */
  readonly #leave = (): void => {
    const url = new URL(location.href);
    url.searchParams.delete('safe-mode');
    if (url.href === location.href) location.reload();
    else location.assign(url);
  };
}

export function defineSafeMode(): void {
  defineElement('portal-safe-mode', PortalSafeMode);
}
