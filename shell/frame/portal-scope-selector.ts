import {listQuery, toDisplayName, toListKey, type Resource, type Scope} from '@openchoreo/portal-contract';
import {
  baseStyles,
  buttonStyles,
  formStyles,
  icon,
  QueryController,
  skeleton,
  stateStyles,
  StoreController,
} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import Check from 'lucide/dist/esm/icons/check.mjs';
import ChevronsUpDown from 'lucide/dist/esm/icons/chevrons-up-down.mjs';
import {FrameElement} from './frame-element.ts';
import {placeBelow} from './place-below.ts';
import {returnFocus} from './return-focus.ts';
import {popoverStyles} from './popover-styles.ts';
import {isChoosable, SCOPE_KINDS} from './scope-fields.ts';
import {MAX_OPTIONS, toScopeChange, toScopeOptions, type ScopeOption} from './scope-options.ts';
import {scopeSelectorStyles} from './scope-selector-styles.ts';

/**
 * Chooses one field of the selection: a button that opens a searchable list (ARIA combobox with a listbox). What can
 * be chosen is asked for when the list is first opened.
 */
export class PortalScopeSelector extends FrameElement {
  static override styles = [baseStyles, buttonStyles, formStyles, stateStyles, popoverStyles, scopeSelectorStyles];

  protected override readonly drawsAlone = true;

  @property() field: keyof Scope = 'namespace';

  @query('button') private readonly trigger!: HTMLButtonElement;
  @query('[popover]') private readonly panel!: HTMLElement;
  @query('input') private readonly input!: HTMLInputElement;

  readonly #selection = new StoreController(this, () => this.services.state.selection);
  readonly #resources = new QueryController<readonly Resource[]>(this, () =>
    this.#open ? listQuery(this.services.api, SCOPE_KINDS[this.field], this.#selection.value) : undefined,
  );
  #open = false;
  #typed = '';
  #moved: number | undefined;

  protected override render(): TemplateResult {
    const choosable = isChoosable(this.field, this.#selection.value);
    const chosen = this.#selection.value[this.field];
    const name = this.text(`frame.scope.${this.field}`);
    return html`
      <button
        type="button"
        class="trigger ${chosen === undefined ? 'unset' : ''}"
        popovertarget="panel"
        aria-haspopup="listbox"
        aria-expanded=${this.#open}
        ?disabled=${!choosable}
        title=${choosable ? nothing : this.text('frame.scope.needs-namespace')}
        @keydown=${this.#onTriggerKey}
      >
        <span class="visually-hidden">${name}:</span>
        <span class="value"
          >${chosen === undefined ? this.text(`frame.scope.all.${this.field}`) : this.#toLabel(chosen)}</span
        >
        ${icon(ChevronsUpDown, {size: 14})}
      </button>
      <div id="panel" popover @beforetoggle=${this.#onBeforeToggle} @toggle=${this.#onToggle}>
        ${this.#open ? this.#renderPanel(name) : nothing}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.renderRoot.querySelector('.active')?.scrollIntoView({block: 'nearest'});
  }

  get #options(): readonly ScopeOption[] {
    return toScopeOptions(this.#resources.data ?? [], {
      typed: this.#typed,
      all: this.text(`frame.scope.all.${this.field}`),
      locale: this.services.state.locale.get(),
    });
  }

  /** Where the arrows have led; before the first one, what is chosen already. */
  get #active(): number {
    if (this.#moved !== undefined) return this.#moved;
    const chosen = this.#selection.value[this.field] ?? null;
    return Math.max(
      0,
      this.#options.findIndex(({value}) => value === chosen),
    );
  }

  #renderPanel(name: string): TemplateResult {
    return html`
      <input
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-label=${this.text('frame.scope.search', {name})}
        placeholder=${this.text('frame.scope.search', {name})}
        aria-expanded="true"
        aria-controls="list"
        aria-autocomplete="list"
        aria-activedescendant=${this.#options.length > 0 ? `option-${this.#active}` : nothing}
        .value=${this.#typed}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      />
      ${this.#renderList(name)}
    `;
  }

  #renderList(name: string): TemplateResult {
    const {status} = this.#resources;
    const options = this.#options.slice(0, MAX_OPTIONS);
    const more = this.#options.length - options.length;
    return html`
      <ul id="list" role="listbox" aria-label=${name} aria-busy=${status === 'pending'}>
        ${options.map((option, index) => this.#renderOption(option, index))}
      </ul>
      <div class="below" aria-live="polite">
        ${status === 'pending' ? skeleton({rows: 3}) : nothing} ${status === 'error' ? this.#renderError() : nothing}
        ${this.#remark(options.length, more).map((line) => html`<p>${line}</p>`)}
      </div>
    `;
  }

  #renderOption(option: ScopeOption, index: number): TemplateResult {
    const selected = option.value === (this.#selection.value[this.field] ?? null);
    /* eslint-disable lit-a11y/click-events-have-key-events -- keys go to the combobox, which has the focus */
    return html`
      <li
        id="option-${index}"
        role="option"
        class="choice ${index === this.#active ? 'active' : ''}"
        aria-selected=${selected}
        @click=${() => this.#choose(option)}
      >
        <span class="grow">${option.label}</span>
        ${option.name ? html`<span class="name">${option.name}</span>` : nothing}
        <span class="tick">${selected ? icon(Check) : nothing}</span>
      </li>
    `;
    /* eslint-enable lit-a11y/click-events-have-key-events */
  }

  #renderError(): TemplateResult {
    const {error} = this.#resources;
    return html`
      <p class="fault">
        ${error instanceof Error ? this.services.messages.error(error) : this.text('frame.scope.failed')}
      </p>
      <button type="button" class="button small" @click=${() => void this.#resources.refetch()}>
        ${this.text('frame.retry')}
      </button>
    `;
  }

  #remark(shown: number, more: number): readonly string[] {
    if (this.#resources.status !== 'success') return [];
    if (this.#resources.data?.length === 0) return [this.text('frame.scope.empty')];
    if (shown === 0) return [this.text('frame.scope.none', {typed: this.#typed})];
    return more > 0 ? [this.text('frame.scope.more', {count: more})] : [];
  }

  // The list may be cached already, by another part of the page; a name for people is then shown without asking.
  #toLabel(name: string): string {
    const {queryKey} = toListKey(SCOPE_KINDS[this.field], this.#selection.value);
    const cached = this.#resources.data ?? this.services.queryClient.getQueryData<readonly Resource[]>(queryKey);
    const resource = cached?.find(({metadata}) => metadata.name === name);
    return resource ? toDisplayName(resource) : name;
  }

  #choose(option: ScopeOption): void {
    this.panel.hidePopover();
    this.services.state.select(toScopeChange(this.field, option));
  }

  #onBeforeToggle(event: ToggleEvent): void {
    this.#open = event.newState === 'open';
    if (!this.#open) returnFocus(this.panel, this.trigger);
    this.#typed = '';
    this.#moved = undefined;
    this.requestUpdate();
  }

  #onToggle(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    placeBelow(this.trigger, this.panel);
    this.input.focus();
  }

  #onInput(): void {
    this.#typed = this.input.value;
    this.#moved = undefined;
    this.requestUpdate();
  }

  #onTriggerKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || this.#open) return;
    event.preventDefault();
    this.panel.showPopover();
  }

  #onKey(event: KeyboardEvent): void {
    const count = Math.min(this.#options.length, MAX_OPTIONS);
    const option = this.#options[this.#active];
    if (event.isComposing) return;
    if (event.key === 'Tab') this.panel.hidePopover();
    // Prevented, or the button that gets the focus back would take the key and open the list again; and some engines
    // would let Escape only empty the field.
    if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault();
    if (event.key === 'Escape') this.panel.hidePopover();
    if (event.key === 'Enter' && option) this.#choose(option);
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step === undefined || count === 0) return;
    event.preventDefault();
    this.#moved = (this.#active + step + count) % count;
    this.requestUpdate();
  }
}
