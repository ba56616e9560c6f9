import {baseStyles, buttonStyles, icon} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import X from 'lucide/dist/esm/icons/x.mjs';
import type {CommandCenter} from '../commands/command-center.ts';
import type {Command} from '../commands/command.ts';
import {showsIn} from '@openchoreo/portal-contract';
import {FrameElement} from '../frame/frame-element.ts';
import {drawKeys} from './draw-keys.ts';
import {keyStyles} from './key-styles.ts';

/** The keyboard shortcuts there are, those that were refused and why, and the switch for single keys. */
export class PortalShortcuts extends FrameElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    keyStyles,
    css`
      dialog {
        width: min(560px, calc(100vw - 32px));
        max-height: min(640px, calc(100dvh - 32px));
        padding: 0;
        border: 0;
        border-radius: 12px;
        background: var(--portal-color-raised);
        color: var(--portal-color-text);
        box-shadow: var(--portal-shadow-overlay);
      }

      dialog[open] {
        display: flex;
        flex-direction: column;
      }

      dialog::backdrop {
        background: var(--portal-color-backdrop);
      }

      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 12px 12px 12px 20px;
        border-bottom: 1px solid var(--portal-color-border);
      }

      .body {
        padding: 8px 20px 16px;
        overflow-y: auto;
      }

      h3 {
        margin-top: 16px;
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
        font-weight: 500;
      }

      ul {
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 16px;
        min-height: 36px;
        border-bottom: 1px solid var(--portal-color-border);
      }

      li.off {
        color: var(--portal-color-text-muted);
        text-decoration: line-through;
      }

      li.refused {
        padding: 8px 0;
        font-size: var(--portal-text-small);
      }

      label {
        display: flex;
        gap: 8px;
        align-items: flex-start;
        padding: 12px 20px;
        border-top: 1px solid var(--portal-color-border);
        font-size: var(--portal-text-small);
        cursor: pointer;
      }

      input {
        margin: 2px 0 0;
        accent-color: var(--portal-color-accent);
      }

      @media (forced-colors: active) {
        dialog {
          border: 1px solid;
        }
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  #center: CommandCenter | undefined;
  #commands: readonly Command[] = [];
  #stop = (): void => {};

  /** Resolves when it is on screen. */
  async open(): Promise<void> {
    await this.updateComplete;
    if (this.dialog.open) return;
    this.#center = await this.services.commands();
    // Fetches the manifests, which have the names of the commands.
    this.#stop = this.#center.list.all.subscribe((commands) => {
      this.#commands = commands;
      this.requestUpdate();
    });
    await this.updateComplete;
    this.dialog.showModal();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title" @close=${() => this.#stop()}>
        <div class="head">
          <h2 id="title">${this.text('shortcuts.title')}</h2>
          <button
            type="button"
            class="button ghost icon-only"
            aria-label=${this.text('palette.close')}
            @click=${() => this.dialog.close()}
          >
            ${icon(X, {size: 20})}
          </button>
        </div>
        ${this.#center ? this.#renderBody(this.#center) : nothing}
      </dialog>
    `;
  }

  #renderBody(center: CommandCenter): TemplateResult {
    const {shortcuts, refused} = center.shortcuts();
    const perspective = this.services.state.perspective.get();
    const isOn = this.services.preferences.get().singleKeys !== 'off';
    const shown = shortcuts.filter((one) => showsIn(one.perspective, perspective));
    return html`
      <div class="body">
        <ul>
          <li>${this.text('palette.title')} ${drawKeys('Mod+K', '')}</li>
          ${shown.map(
            ({command, keys, isSingle}) => html`
              <li class=${isSingle && !isOn ? 'off' : ''}>
                <span>${this.#toTitle(command)}</span> ${drawKeys(keys, this.text('shortcuts.then'))}
              </li>
            `,
          )}
        </ul>
        ${
          refused.length > 0
            ? html`<h3>${this.text('shortcuts.refused')}</h3>
                <ul>
                  ${refused.map(({error}) => html`<li class="refused">${this.services.messages.error(error)}</li>`)}
                </ul>`
            : nothing
        }
      </div>
      <label>
        <input type="checkbox" .checked=${isOn} @change=${this.#onSwitch} />
        <span>${this.text('shortcuts.single')}</span>
      </label>
    `;
  }

  #toTitle(id: string): string {
    const command = this.#commands.find((one) => one.id === id);
    if (!command) return id;
    return command.data.category ? `${command.data.category}: ${command.title}` : command.title;
  }

  #onSwitch(event: Event): void {
    const {checked} = event.target as HTMLInputElement;
    this.services.preferences.change({singleKeys: checked ? 'on' : 'off'});
    this.requestUpdate();
  }
}
