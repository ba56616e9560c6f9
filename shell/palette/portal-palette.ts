import {baseStyles, buttonStyles, icon} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import Search from 'lucide/dist/esm/icons/search.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import {FrameElement} from '../frame/frame-element.ts';
import {drawKeys} from './draw-keys.ts';
import {keyStyles} from './key-styles.ts';
import {markRanges} from './mark-ranges.ts';
import type {PaletteGroup, PaletteItem} from './palette-item.ts';
import {PaletteModel} from './palette-model.ts';
import {paletteStyles} from './palette-styles.ts';

/** Milliseconds after which the number of results is read out: not at every letter. */
const CALM = 500;
const PAGE = 8;

/** The command palette: one field that finds pages, commands and things (ARIA combobox with a listbox of groups). */
export class PortalPalette extends FrameElement {
  static override styles = [baseStyles, buttonStyles, keyStyles, paletteStyles];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('input') private readonly input!: HTMLInputElement;

  #model: PaletteModel | undefined;
  #typed = '';
  #active = 0;
  #said = '';
  #saying: ReturnType<typeof setTimeout> | undefined;

  /** Resolves when it is on screen, with what was typed meanwhile. Open already, it gets the focus again. */
  async open(takeTyped: () => string = () => ''): Promise<void> {
    await this.updateComplete;
    if (!this.dialog.open) {
      this.#typed = '';
      this.#active = 0;
      this.dialog.showModal();
      this.services.commands().then(
        (center) => {
          if (this.dialog.open) this.#model ??= new PaletteModel(this.services, center, () => this.requestUpdate());
          this.#model?.type(this.#typed);
          this.requestUpdate();
        },
        (error: unknown) => {
          this.dialog.close();
          this.services.notices.show({kind: 'error', text: this.services.messages.error(error)});
        },
      );
    }
    this.input.focus();
    this.input.select();
    const typed = takeTyped();
    if (typed) {
      this.input.value = typed;
      this.#onInput();
    }
    this.requestUpdate();
    await this.updateComplete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  protected override render(): TemplateResult {
    const groups = this.#model?.groups ?? [];
    const items = toItems(groups);
    const label = this.text('palette.title');
    /* eslint-disable lit-a11y/click-events-have-key-events -- the key for a click beside the dialog is Escape */
    return html`
      <dialog aria-label=${label} @close=${this.#end} @click=${this.#closeOnBackdrop}>
        <div class="search">
          ${icon(Search, {size: 18})}
          <input
            type="text"
            role="combobox"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            aria-label=${label}
            placeholder=${this.text('palette.placeholder')}
            aria-expanded="true"
            aria-controls="results"
            aria-autocomplete="list"
            aria-activedescendant=${items.length > 0 ? `option-${this.#active}` : nothing}
            .value=${this.#typed}
            @input=${this.#onInput}
            @keydown=${this.#onKey}
          />
          <button
            type="button"
            class="button ghost icon-only close"
            aria-label=${this.text('palette.close')}
            @click=${() => this.dialog.close()}
          >
            ${icon(X, {size: 20})}
          </button>
        </div>
        <div
          id="results"
          class="results"
          role="listbox"
          aria-label=${label}
          aria-busy=${this.#model?.isSearching ?? true}
        >
          ${this.#renderGroups(groups)}
        </div>
        ${this.#isEmpty(items) ? html`<p class="empty">${this.text('palette.none', {typed: this.#typed})}</p>` : nothing}
        <div class="hints" aria-hidden="true">
          <span><kbd>↑</kbd><kbd>↓</kbd>${this.text('palette.hint.move')}</span>
          <span><kbd>↵</kbd>${this.text('palette.hint.choose')}</span>
          <span><kbd>Esc</kbd>${this.text('palette.hint.close')}</span>
        </div>
        <div role="status" class="visually-hidden">${this.#said}</div>
      </dialog>
    `;
    /* eslint-enable lit-a11y/click-events-have-key-events */
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#active > 0) this.renderRoot.querySelector('.active')?.scrollIntoView({block: 'nearest'});
    else this.renderRoot.querySelector('.results')?.scrollTo({top: 0});
    this.#announce();
  }

  #renderGroups(groups: readonly PaletteGroup[]): readonly TemplateResult[] {
    let index = 0;
    return groups.map((group) => {
      const first = index;
      index += group.items.length;
      return html`
        <div class="group" role="group" aria-label=${group.title}>
          <div class="group-name" role="presentation">${group.title}</div>
          ${group.items.map((item, offset) => this.#renderItem(item, first + offset))}
          ${group.isPending ? html`<div class="pending" role="presentation"></div>` : nothing}
          ${group.note ? html`<div class="note" role="presentation">${group.note}</div>` : nothing}
        </div>
      `;
    });
  }

  #renderItem(item: PaletteItem, index: number): TemplateResult {
    const {title, category, subtitle, shortcut, remark, reason, ranges = []} = item;
    const below = reason ?? subtitle;
    /* eslint-disable lit-a11y/click-events-have-key-events -- keys go to the combobox, which has the focus */
    return html`
      <div
        id="option-${index}"
        role="option"
        class="option ${index === this.#active ? 'active' : ''}"
        aria-selected=${index === this.#active}
        aria-disabled=${reason ? 'true' : nothing}
        @click=${(event: MouseEvent) => this.#choose(item, event.ctrlKey || event.metaKey)}
        @pointermove=${() => this.#activate(index)}
      >
        <span class="symbol">${item.icon ? icon(item.icon) : nothing}</span>
        <span class="words">
          ${category ? html`<span class="category">${category}</span>` : nothing}
          <span class="title">${markRanges(title, ranges)}</span>
          ${below ? html`<span class="subtitle">${below}</span>` : nothing}
        </span>
        ${remark ? html`<span class="remark">${remark}</span>` : nothing}
        ${shortcut ? drawKeys(shortcut, this.text('shortcuts.then')) : nothing}
      </div>
    `;
    /* eslint-enable lit-a11y/click-events-have-key-events */
  }

  #isEmpty(items: readonly PaletteItem[]): boolean {
    return this.#typed.trim() !== '' && items.length === 0 && this.#model?.isSearching === false;
  }

  #choose(item: PaletteItem, inNewTab: boolean): void {
    if (item.reason) {
      this.#said = item.reason;
      this.requestUpdate();
      return;
    }
    const model = this.#model;
    this.dialog.close();
    if (inNewTab && item.href) open(item.href, '_blank', 'noopener');
    else model?.choose(item);
  }

  #activate(index: number): void {
    if (index === this.#active) return;
    this.#active = index;
    this.requestUpdate();
  }

  #onInput(): void {
    this.#typed = this.input.value;
    this.#active = 0;
    this.#model?.type(this.#typed);
    this.requestUpdate();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const items = toItems(this.#model?.groups ?? []);
    const item = items[this.#active];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (item) this.#choose(item, event.ctrlKey || event.metaKey);
      return;
    }
    const step = {ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE}[event.key];
    if (step === undefined || items.length === 0) return;
    event.preventDefault();
    const to = this.#active + step;
    const isPage = Math.abs(step) > 1;
    this.#activate(isPage ? Math.max(0, Math.min(to, items.length - 1)) : (to + items.length) % items.length);
  }

  #closeOnBackdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }

  /** Says how many there are, once it is quiet. */
  #announce(): void {
    clearTimeout(this.#saying);
    if (!this.dialog.open || this.#model?.isSearching !== false) return;
    this.#saying = setTimeout(() => {
      const count = toItems(this.#model?.groups ?? []).length;
      const said = this.text('palette.count', {count});
      if (said === this.#said || !this.dialog.open) return;
      this.#said = said;
      this.requestUpdate();
    }, CALM);
  }

  #end(): void {
    clearTimeout(this.#saying);
    this.#said = '';
    this.#model?.dispose();
    this.#model = undefined;
    this.requestUpdate();
  }
}

function toItems(groups: readonly PaletteGroup[]): readonly PaletteItem[] {
  return groups.flatMap(({items}) => items);
}
