import type {RoleChoice, RoleReference} from '@openchoreo/portal-contract';
import {
  baseStyles,
  buttonStyles,
  emptyState,
  errorState,
  formStyles,
  skeleton,
  stateStyles,
} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import {dialogStyles} from '../frame/dialog-styles.ts';
import {FrameElement} from '../frame/frame-element.ts';
import {readChoices} from './read-choices.ts';
import {viewAsStyles} from './view-as-styles.ts';

type Choices =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: unknown}
  | {readonly status: 'there'; readonly roles: readonly RoleChoice[]};

/** Lets an operator choose the role through which to look at the portal. */
export class PortalViewAs extends FrameElement {
  static override styles = [baseStyles, buttonStyles, formStyles, stateStyles, dialogStyles, viewAsStyles];

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  #choices: Choices = {status: 'loading'};
  #chosen: RoleReference | undefined;
  #fault: unknown;
  #isSending = false;

  /** Resolves when it is on screen. */
  async open(): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.#chosen = this.services.roleView.viewed.get();
    this.#fault = undefined;
    await this.#load();
  }

  protected override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="title" aria-describedby="text">
        <form @submit=${this.#onSubmit}>
          <h2 id="title">${this.text('view-as.title')}</h2>
          <p id="text">${this.text('view-as.text')}</p>
          ${this.#renderChoices()}
          ${
            this.#fault === undefined
              ? nothing
              : html`<p class="fault" role="alert">${this.services.messages.error(this.#fault)}</p>`
          }
          <div class="actions">
            <button type="button" class="button" @click=${() => this.dialog.close()}>
              ${this.text('frame.cancel')}
            </button>
            <button class="button primary" ?disabled=${!this.#chosen || this.#isSending}>
              ${this.text('view-as.begin')}
            </button>
          </div>
        </form>
      </dialog>
    `;
  }

  #renderChoices(): TemplateResult {
    const choices = this.#choices;
    if (choices.status === 'loading') return html`<div aria-busy="true">${skeleton({rows: 5})}</div>`;
    if (choices.status === 'failed') {
      return errorState({
        error: choices.error,
        messages: this.services.messages,
        text: this.text('view-as.roles-failed'),
        retry: () => void this.#load(),
        retryLabel: this.text('view-as.retry'),
      });
    }
    if (choices.roles.length === 0) return emptyState({title: this.text('view-as.none')});
    return html`
      <fieldset>
        <legend class="visually-hidden">${this.text('view-as.role')}</legend>
        ${choices.roles.map((role) => this.#renderRole(role))}
      </fieldset>
    `;
  }

  #renderRole(role: RoleChoice): TemplateResult {
    const {name, namespace, description, actions} = role;
    const isAll = actions.includes('*');
    const count = isAll ? this.text('view-as.all-actions') : this.text('view-as.actions', {count: actions.length});
    return html`
      <label class="choice">
        <input type="radio" name="role" .checked=${isSame(role, this.#chosen)} @change=${() => this.#choose(role)} />
        <span class="role">
          <span class="name">${name}</span>
          <span class="muted">${[namespace, description, count].filter(Boolean).join(' · ')}</span>
        </span>
      </label>
    `;
  }

  #choose({kind, name, namespace}: RoleChoice): void {
    this.#chosen = namespace === undefined ? {kind, name} : {kind, name, namespace};
    this.requestUpdate();
  }

  async #load(): Promise<void> {
    this.#choices = {status: 'loading'};
    this.requestUpdate();
    try {
      const {namespace} = this.services.state.selection.get();
      this.#choices = {status: 'there', roles: await readChoices(this.services.portal, namespace)};
    } catch (error) {
      this.#choices = {status: 'failed', error};
    }
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input:checked, input')?.focus();
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.#isSending = true;
    this.requestUpdate();
    try {
      await this.services.roleView.view(this.#chosen);
      this.dialog.close();
    } catch (error) {
      this.#fault = error;
    } finally {
      this.#isSending = false;
      this.requestUpdate();
    }
  }
}

function isSame(a: RoleReference, b: RoleReference | undefined): boolean {
  return a.kind === b?.kind && a.name === b.name && a.namespace === b.namespace;
}
