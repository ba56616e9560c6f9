import {baseStyles, icon} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import Search from 'lucide/dist/esm/icons/search.mjs';
import {toKeyNames} from '../commands/key-names.ts';
import {FrameElement} from '../frame/frame-element.ts';

/** Opens the command palette, and says with which keys that is done. An icon where there is no room for words. */
export class PortalSearchButton extends FrameElement {
  static override styles = [
    baseStyles,
    css`
      button {
        display: flex;
        align-items: center;
        gap: 8px;
        width: 100%;
        height: 100%;
        padding: 0 8px;
        border: 1px solid var(--portal-color-border);
        border-radius: var(--portal-radius-small);
        background: var(--portal-color-bg);
        color: var(--portal-color-text-muted);
        font: 400 var(--portal-text-small) / 1 var(--portal-font);
        cursor: pointer;
      }

      button:hover {
        border-color: var(--portal-color-border-strong);
        color: var(--portal-color-text);
      }

      .name {
        flex: 1;
        text-align: start;
      }

      kbd {
        font: 500 12px/1 var(--portal-font);
        white-space: nowrap;
      }

      @media (width < 1360px) {
        button {
          justify-content: center;
        }

        .name {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        kbd {
          display: none;
        }
      }

      @media (width < 768px) {
        button {
          border: 0;
          background: none;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title=${this.text('palette.title')}
        @click=${() => this.services.overlays.palette()}
      >
        ${icon(Search)}<span class="name">${this.text('palette.open')}</span>
        <kbd aria-hidden="true">${toKeyNames('Mod+K').flat().join(' ')}</kbd>
      </button>
    `;
  }
}
