import {PERSPECTIVES, type IconNode, type Perspective} from '@openchoreo/portal-contract';
import {baseStyles, icon, StoreController} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import CodeXml from 'lucide/dist/esm/icons/code-xml.mjs';
import Layers from 'lucide/dist/esm/icons/layers.mjs';
import {FrameElement} from './frame-element.ts';

const ICONS: Readonly<Record<Perspective, readonly IconNode[]>> = {
  development: CodeXml,
  'platform-engineering': Layers,
};

/** Chooses the perspective: radio buttons that look like one segmented control. */
export class PortalPerspectiveSwitch extends FrameElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }

      fieldset {
        display: flex;
        min-width: 0;
        margin: 0;
        padding: 1px;
        border: 1px solid var(--portal-color-border);
        border-radius: var(--portal-radius);
        background: var(--portal-color-bg);
      }

      label {
        position: relative;
        display: flex;
        flex: 1;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-height: 28px;
        padding: 0 10px;
        border-radius: var(--portal-radius-small);
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
        font-weight: 500;
        white-space: nowrap;
        cursor: pointer;
      }

      label:hover {
        color: var(--portal-color-text);
      }

      label:has(:checked) {
        background: var(--portal-color-raised);
        box-shadow:
          0 0 0 1px var(--portal-color-border),
          var(--portal-shadow);
        color: var(--portal-color-text);
      }

      label:has(:focus-visible) {
        outline: 2px solid var(--portal-color-focus);
        outline-offset: 1px;
      }

      input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }

      @media (forced-colors: active) {
        label:has(:checked) {
          border: 2px solid Highlight;
        }
      }

      @media (768px <= width < 1240px) {
        .name {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }

      @media (pointer: coarse) {
        label {
          min-height: 40px;
        }
      }
    `,
  ];

  protected override readonly drawsAlone = true;

  readonly #perspective = new StoreController(this, () => this.services.state.perspective);

  protected override render(): TemplateResult {
    return html`
      <fieldset>
        <legend class="visually-hidden">${this.text('frame.perspective')}</legend>
        ${PERSPECTIVES.map((perspective) => this.#renderChoice(perspective))}
      </fieldset>
    `;
  }

  async #choose(perspective: Perspective): Promise<void> {
    await this.services.state.setPerspective(perspective);
    // Whoever stays for unsaved changes sees where they stayed.
    this.requestUpdate();
  }

  #renderChoice(perspective: Perspective): TemplateResult {
    const name = this.text(`frame.perspective.${perspective}`);
    return html`
      <label title=${name}>
        <input
          type="radio"
          name="perspective"
          .checked=${live(this.#perspective.value === perspective)}
          @change=${() => void this.#choose(perspective)}
        />
        ${icon(ICONS[perspective], {size: 14})}<span class="name">${name}</span>
      </label>
    `;
  }
}
