import {baseStyles, buttonStyles, defineElement, icon, StoreController} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import Bell from 'lucide/dist/esm/icons/bell.mjs';
import {FrameElement} from '../frame/frame-element.ts';
import {placeBelow} from '../frame/place-below.ts';
import {popoverStyles} from '../frame/popover-styles.ts';
import {returnFocus} from '../frame/return-focus.ts';

/** What the bell counts to. */
const MOST = 99;

/** The notification centre: a bell with the number of what is unread. The list behind it is fetched when it is opened. */
export class PortalInbox extends FrameElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    popoverStyles,
    css`
      :host {
        display: inline-flex;
      }

      .trigger {
        position: relative;
        width: 100%;
        min-height: 100%;
        padding: 0;
      }

      .count {
        position: absolute;
        top: 0;
        inset-inline-end: 0;
        min-width: 16px;
        padding: 0 4px;
        border-radius: 999px;
        background: var(--portal-color-accent);
        color: var(--portal-color-accent-text);
        font: 600 11px/16px var(--portal-font);
        text-align: center;
      }

      [popover] {
        width: 400px;
        padding: 0;
      }

      [popover]:popover-open {
        display: flex;
        flex-direction: column;
      }
    `,
  ];

  @query('.trigger') private readonly trigger!: HTMLButtonElement;
  @query('[popover]') private readonly panel!: HTMLElement;

  readonly #unread = new StoreController(this, () => this.services.unread);
  #open = false;

  protected override render(): TemplateResult {
    const count = this.#unread.value ?? 0;
    const shown = count > MOST ? `${MOST}+` : String(count);
    const label = count > 0 ? this.text('inbox.unread', {count: shown}) : this.text('inbox.title');
    return html`
      <button
        type="button"
        class="button ghost icon-only trigger"
        popovertarget="panel"
        aria-haspopup="dialog"
        aria-expanded=${this.#open}
        aria-label=${label}
        title=${this.text('inbox.title')}
      >
        ${icon(Bell, {size: 18})} ${count > 0 ? html`<span class="count" aria-hidden="true">${shown}</span>` : nothing}
      </button>
      <span role="status" class="visually-hidden">${count > 0 ? label : nothing}</span>
      <div
        id="panel"
        popover
        role="dialog"
        tabindex="-1"
        aria-label=${this.text('inbox.title')}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
      >
        ${
          this.#open
            ? html`<portal-inbox-list @portal-inbox-done=${() => this.panel.hidePopover()}></portal-inbox-list>`
            : nothing
        }
      </div>
    `;
  }

  #onBeforeToggle(event: ToggleEvent): void {
    this.#open = event.newState === 'open';
    if (this.#open) void this.#loadList();
    else returnFocus(this.panel, this.trigger);
    this.requestUpdate();
  }

  async #loadList(): Promise<void> {
    try {
      const {PortalInboxList} = await import('./portal-inbox-list.ts');
      defineElement('portal-inbox-list', PortalInboxList);
    } catch (error) {
      this.panel.hidePopover();
      this.services.notices.show({kind: 'error', text: this.services.messages.error(error)});
    }
  }

  #onToggle(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    placeBelow(this.trigger, this.panel);
    this.panel.focus();
  }
}
