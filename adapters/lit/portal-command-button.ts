import {ContextConsumer} from '@lit/context';
import type {CommandState, Dispose, ReadableStore} from '@openchoreo/portal-contract';
import {css, html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {hostContext} from './contexts.ts';
import {icon} from './icon.ts';
import {baseStyles} from './styles/base-styles.ts';
import {buttonStyles} from './styles/button-styles.ts';

/**
 * Runs a command: its title, icon and guard are those it was declared with. A command that opens a page is a link.
 * There is nothing to see while it is unknown, and for those who may not run it; where something must be selected
 * first, the button is switched off and says so.
 */
export class PortalCommandButton extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: inline-flex;
      }
      :host([hidden]) {
        display: none;
      }
      [aria-disabled='true'] {
        opacity: 0.55;
        cursor: not-allowed;
      }
    `,
  ];

  /** Full id: `components.create-component`. */
  @property() command = '';

  /** What the command gets. */
  @property({attribute: false}) input: unknown;

  @property() variant: 'default' | 'primary' | 'ghost' | 'danger' = 'default';

  /** Shows the button switched off, with the reason, to those who may not run the command. */
  @property({type: Boolean, attribute: 'show-denied'}) showDenied = false;

  readonly #host = new ContextConsumer(this, {context: hostContext, callback: () => this.#follow(), subscribe: true});
  #state: ReadableStore<CommandState | undefined> | undefined;
  #stop: Dispose | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('command')) this.#follow();
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.#state?.get();
    if (!state || (state.status === 'denied' && !this.showDenied)) return nothing;
    const {title, description, reason, status, href} = state;
    const content = html`${state.icon ? icon(state.icon) : nothing}<slot>${title}</slot>`;
    const look = `button ${this.variant === 'default' ? '' : this.variant}`;
    if (href !== undefined && status === 'available') {
      return html`<a class=${look} href=${href} title=${description ?? nothing}>${content}</a>`;
    }
    // It can still be focused, so that everybody can learn why it does nothing.
    return html`
      <button
        type="button"
        class=${look}
        title=${reason ?? description ?? nothing}
        aria-description=${reason ?? nothing}
        aria-disabled=${reason === undefined ? nothing : 'true'}
        aria-busy=${status === 'running' ? 'true' : nothing}
        @click=${() => this.#press(status)}
      >
        ${content}
      </button>
    `;
  }

  #press(status: CommandState['status']): void {
    if (status === 'available') void this.#host.value?.commands.press(this.command, this.input);
  }

  #follow(): void {
    this.#stop?.();
    this.#stop = undefined;
    const host = this.#host.value;
    if (!host || !this.isConnected) return;
    this.#state = this.command ? host.commands.watch(this.command) : undefined;
    this.#stop = this.#state?.listen(() => this.requestUpdate());
    this.requestUpdate();
  }
}
