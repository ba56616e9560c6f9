import type {ModuleState} from '@openchoreo/portal-contract';
import {baseStyles, icon, ModuleElement, StoreController} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';

/** Whether all modules of this tab work: a line at the foot of the navigation that leads to the list. */
export class ModuleHealth extends ModuleElement {
  static override styles = [
    baseStyles,
    css`
      a {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 28px;
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
      }

      :host {
        display: block;
        container-type: inline-size;
      }

      /* In the narrow sidebar there is room for the icon alone. */
      @container (width < 100px) {
        a {
          justify-content: center;
        }

        span {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }

      .fine .icon {
        color: var(--portal-color-success);
      }

      .failed {
        color: var(--portal-color-danger);
      }
    `,
  ];

  readonly #states = new StoreController<readonly ModuleState[]>(this, () => this.host.modules.all);

  protected override render(): TemplateResult {
    const count = this.#states.value.filter(({status}) => status === 'failed').length;
    return html`
      <a class=${count > 0 ? 'failed' : 'fine'} href=${this.host.navigation.href('/modules')}>
        ${icon(count > 0 ? TriangleAlert : CircleCheck)}<span>${this.text('health', {count})}</span>
      </a>
    `;
  }
}
