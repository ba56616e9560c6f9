import {StoreController} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {FrameElement} from './frame-element.ts';

/** A thin bar at the top while a page takes its time. Quick pages never show it. */
export class PortalProgress extends FrameElement {
  static override styles = css`
    div {
      position: fixed;
      inset: 0 0 auto;
      z-index: 10;
      height: 2px;
      overflow: hidden;
      animation: appear 0s 0.2s both;
    }

    div::before {
      display: block;
      width: 40%;
      height: 100%;
      background: var(--portal-color-accent);
      animation: pass 1.2s 0.2s ease-in-out infinite both;
      content: '';
    }

    @keyframes appear {
      from {
        visibility: hidden;
      }
    }

    @keyframes pass {
      from {
        translate: -100%;
      }

      to {
        translate: 250%;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      div::before {
        width: 100%;
        animation: none;
        opacity: 0.7;
      }
    }

    @media (forced-colors: active) {
      div::before {
        background: Highlight;
      }
    }
  `;

  readonly #page = new StoreController(this, () => this.services.page);

  protected override render(): TemplateResult | typeof nothing {
    if (this.#page.value.status !== 'loading') return nothing;
    return html`<div role="progressbar" aria-label=${this.text('frame.loading')}></div>`;
  }
}
