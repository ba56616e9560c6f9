import {baseStyles, buttonStyles, formStyles, StoreController} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import type {Question} from '../services.ts';
import {dialogStyles} from './dialog-styles.ts';
import {FrameElement} from './frame-element.ts';

/** Asks the question that stands open, in a modal dialog. What cannot be undone may ask to type a name first. */
export class PortalConfirm extends FrameElement {
  static override styles = [baseStyles, buttonStyles, formStyles, dialogStyles];

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  readonly #question = new StoreController(this, () => this.services.notices.question);
  #typed = '';
  #asked: Question | undefined;

  protected override willUpdate(): void {
    if (this.#question.value === this.#asked) return;
    this.#asked = this.#question.value;
    this.#typed = '';
  }

  protected override render(): TemplateResult {
    const question = this.#asked;
    return html`
      <dialog aria-labelledby="title" aria-describedby="text" @close=${() => this.#answer(false)}>
        ${question ? this.#renderQuestion(question) : nothing}
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#asked && !this.dialog.open) this.dialog.showModal();
    if (!this.#asked && this.dialog.open) this.dialog.close();
  }

  #renderQuestion(question: Question): TemplateResult {
    const {expect} = question;
    return html`
      <form @submit=${this.#onSubmit}>
        <h2 id="title">${question.title}</h2>
        <p id="text">${question.text}</p>
        ${expect === undefined ? nothing : this.#renderExpected(expect)}
        <div class="actions">
          <button type="button" class="button" @click=${() => this.#answer(false)}>${this.text('frame.cancel')}</button>
          <button
            class="button primary ${question.danger ? 'danger' : ''}"
            ?disabled=${expect !== undefined && this.#typed !== expect}
          >
            ${question.confirm}
          </button>
        </div>
      </form>
    `;
  }

  #renderExpected(expect: string): TemplateResult {
    return html`
      <div class="field">
        <label for="expected">${this.text('frame.confirm.type', {text: expect})}</label>
        <input id="expected" autocomplete="off" spellcheck="false" .value=${this.#typed} @input=${this.#onInput} />
      </div>
    `;
  }

  #onInput(event: InputEvent): void {
    this.#typed = (event.target as HTMLInputElement).value.trim();
    this.requestUpdate();
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.#answer(true);
  }

  // Closing by Escape, by a button and by the question being withdrawn all come through here; the first one counts.
  #answer(yes: boolean): void {
    const question = this.#asked;
    this.#asked = undefined;
    if (this.dialog.open) this.dialog.close();
    if (question && question === this.#question.value) question.answer(yes);
    this.requestUpdate();
  }
}
