import type {Contribution, DashboardCard, Dispose} from '@openchoreo/portal-contract';
import {defineElement, icon, ModuleElement, StoreController} from '@openchoreo/portal-lit';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import GripVertical from 'lucide/dist/esm/icons/grip-vertical.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import {CardDrag} from '../hooks/card-drag.ts';
import type config from '../module.config.ts';
import {type Draft, moveTo, resize, setHidden, step, toDraft, widen} from '../utils/layout-draft.ts';
import type {placeCards, PlacedCard} from '../utils/place-cards.ts';
import {layoutEditorStyles} from './layout-editor-styles.ts';
import {type LayoutText, layoutTexts} from './layout-texts.ts';
import {type LayoutTool, LAYOUT_TOOLS} from './layout-tools.ts';

/** What the page lends its editor, which is fetched when it is opened: nothing is loaded twice, and nothing too early. */
export interface Deck {
  readonly place: typeof placeCards;
  /** The element that shows the card; the same one each time. */
  readonly elementOf: (card: Contribution<DashboardCard>) => HTMLElement;
}

export function defineLayoutEditor(): void {
  defineElement('dashboard-layout-editor', LayoutEditor);
}

/**
 * The dashboard while it is arranged: cards are moved, resized, hidden and brought back, by pointer and by keyboard.
 * Draws into the page's own root, with the page's looks. Fires `close` when it is done, with or without a change, or
 * when another perspective is shown.
 */
export class LayoutEditor extends ModuleElement<typeof config> {
  @property({attribute: false}) deck: Deck | undefined;

  @state() private draft: Draft = [];
  @state() private chosen: string | undefined;
  @state() private said = '';
  readonly #cards = new StoreController(this, () => this.host.contributions.at('dashboard.cards'));
  readonly #perspective = new StoreController(this, () => this.host.state.perspective);
  #arranged: 'development' | 'platform-engineering' | undefined;
  #start: Draft = [];
  /** As it was before the chosen card was touched: where Escape leads back to. */
  #before: Draft = [];
  #isDefault = false;
  #focused: Element | null = null;
  #stops: readonly Dispose[] = [];
  readonly #drag = new CardDrag(this, () => this.#root, {
    begin: (key) => this.#choose(key),
    move: (key, target) => (this.draft = moveTo(this.draft, key, target)),
    resize: (key, size) => (this.draft = resize(this.draft, key, size)),
    cancel: () => this.#undo(),
    end: (key) => {
      if (this.draft !== this.#before) this.#tell(key);
      this.#before = this.draft;
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#arranged = this.#perspective.value;
    const kept = this.host.settings.get('layout')[this.#arranged];
    this.#start = this.draft = toDraft(this.#place(kept), kept);
    this.#stops = [this.host.navigation.guard(() => this.draft !== this.#start), adoptStyles(this.#root)];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops) stop();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    this.#focused = this.#root.activeElement;
    if (this.#perspective.value !== this.#arranged) this.#close();
    else this.#takeIn();
  }

  protected override updated(changed: PropertyValues): void {
    // A card that moves takes its handle out of the document for a moment, and the focus is lost.
    if (this.#focused?.isConnected && this.contains(this.#focused) && this.#root.activeElement !== this.#focused) {
      (this.#focused as HTMLElement).focus({preventScroll: true});
    }
    if (changed.has('draft') && this.draft !== this.#start) this.#scrollToChosen();
  }

  protected override render(): TemplateResult {
    const text = layoutTexts(this.host.state.locale.get());
    const placed = this.#place(this.draft);
    const shown = placed.filter(({hidden}) => !hidden);
    return html`
      <div class="bar" role="group" aria-labelledby="title">
        <div>
          <h2 id="title">${text('title')}</h2>
          <p>${text('help')}</p>
        </div>
        <button class="button ghost" @click=${() => this.#reset(text)}>${text('reset')}</button>
        <button class="button" @click=${() => this.#close()}>${text('cancel')}</button>
        <button class="button primary" @click=${() => void this.#keep()}>${text('done')}</button>
      </div>
      <div class="grid">
        ${repeat(
          shown,
          ({key}) => key,
          (card) => this.#renderCard(card, shown, text),
        )}
      </div>
      ${this.#renderTray(
        placed.filter(({hidden}) => hidden),
        text,
      )}
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }

  #renderCard(placed: PlacedCard, shown: readonly PlacedCard[], text: LayoutText): TemplateResult {
    const {key, card, columns, rows} = placed;
    const {title} = card.data;
    const isChosen = key === this.chosen;
    const state = `${isChosen ? ' chosen' : ''}${key === this.#drag.key ? ' dragged' : ''}`;
    return html`
      <section class="card columns-${columns} rows-${rows}${state}" data-key=${key} aria-label=${title}>
        <header class="card-header">
          <button
            class="button ghost small icon-only handle"
            aria-label=${text('handle', {title})}
            aria-describedby="title"
            @focus=${() => this.#choose(key)}
            @pointerdown=${(event: PointerEvent) => this.#drag.startMove(event, key)}
            @keydown=${(event: KeyboardEvent) => this.#onKey(event, key)}
          >
            ${icon(GripVertical)}
          </button>
          <h2>${title}</h2>
          <button
            class="button ghost small icon-only"
            aria-label=${text('hide', {title})}
            @click=${() => this.#hide(placed, text)}
          >
            ${icon(EyeOff)}
          </button>
        </header>
        <div class="card-body" inert>${this.deck?.elementOf(card)}</div>
        ${isChosen ? this.#renderTools(placed, shown, text) : nothing}
        <div
          class="corner"
          aria-hidden="true"
          title=${text('size', {title})}
          @pointerdown=${(event: PointerEvent) => this.#drag.startResize(event, key)}
        ></div>
      </section>
    `;
  }

  /** Everything a drag can do, for those who cannot drag. */
  #renderTools({key, card}: PlacedCard, shown: readonly PlacedCard[], text: LayoutText): TemplateResult {
    return html`
      <div class="tools" role="toolbar" aria-label=${text('tools', {title: card.data.title})}>
        ${LAYOUT_TOOLS.map((tool) => {
          const isIdle = this.#apply(tool, key) === this.draft || (tool.moves && shown.length < 2);
          return html`
            <button
              class="button small icon-only"
              aria-label=${text(tool.name)}
              title=${text(tool.name)}
              aria-disabled=${isIdle ? 'true' : 'false'}
              @click=${() => this.#use(tool, key)}
            >
              ${icon(tool.icon)}
            </button>
          `;
        })}
      </div>
    `;
  }

  #renderTray(hidden: readonly PlacedCard[], text: LayoutText): TemplateResult {
    return html`
      <section class="card tray" aria-labelledby="tray">
        <h2 id="tray">${text('hidden')}</h2>
        ${
          hidden.length === 0
            ? html`<p>${text('none')}</p>`
            : html`<ul>
                ${hidden.map(
                  ({key, card}) => html`
                    <li>
                      <button
                        class="button"
                        aria-label=${text('show', {title: card.data.title})}
                        @click=${() => this.#show(key)}
                      >
                        ${icon(Plus)}${card.data.title}
                      </button>
                    </li>
                  `,
                )}
              </ul>`
        }
      </section>
    `;
  }

  /** Cards that came while the dashboard is arranged; that is no change of the person's. */
  #takeIn(): void {
    if (this.#cards.value.every(({key}) => this.draft.some((one) => one.key === key))) return;
    const isUntouched = this.draft === this.#start;
    this.draft = toDraft(this.#place(this.draft), this.draft);
    if (isUntouched) this.#start = this.draft;
  }

  #onKey(event: KeyboardEvent, key: string): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (this.draft === this.#before) this.#close();
      else this.#undo();
      return;
    }
    const pressed = `${event.shiftKey ? 'Shift+' : ''}${event.key}`;
    const tool = LAYOUT_TOOLS.find(({keys}) => keys.includes(pressed));
    if (!tool || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#use(tool, key);
  }

  #use(tool: LayoutTool, key: string): void {
    this.#change(this.#apply(tool, key));
    this.#tell(key);
  }

  /** The draft after it; the same draft where it changes nothing. */
  #apply({moves, widens, grows}: LayoutTool, key: string): Draft {
    const card = this.draft.find((one) => one.key === key);
    if (!card) return this.draft;
    if (moves) return step(this.draft, key, moves, this.#shown());
    const next = widens ? widen(this.draft, key, widens) : resize(this.draft, key, {rows: card.rows + (grows ?? 0)});
    const after = next.find((one) => one.key === key);
    return after?.columns === card.columns && after.rows === card.rows ? this.draft : next;
  }

  #shown(): readonly string[] {
    return this.#place(this.draft).flatMap(({key, hidden}) => (hidden ? [] : [key]));
  }

  #change(draft: Draft): void {
    if (draft !== this.draft) this.#isDefault = false;
    this.draft = draft;
  }

  #choose(key: string): void {
    if (key === this.chosen) return;
    this.chosen = key;
    this.#before = this.draft;
  }

  #hide({key, card}: PlacedCard, text: LayoutText): void {
    this.#change(setHidden(this.draft, key, true));
    this.said = text('hid', {title: card.data.title});
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.tray button')?.focus());
  }

  #show(key: string): void {
    this.#change(setHidden(this.draft, key, false));
    this.#tell(key);
    void this.updateComplete.then(() =>
      [...this.querySelectorAll<HTMLElement>('[data-key]')]
        .find(({dataset}) => dataset['key'] === key)
        ?.querySelector<HTMLElement>('.handle')
        ?.focus(),
    );
  }

  #undo(): void {
    this.draft = this.#before;
    this.said = layoutTexts(this.host.state.locale.get())('undone', {title: this.#titleOf(this.chosen)});
  }

  #reset(text: LayoutText): void {
    this.draft = this.#before = toDraft(this.#place(undefined));
    this.#isDefault = true;
    this.said = text('wasReset');
  }

  #tell(key: string): void {
    this.#isDefault = false;
    const shown = this.#shown();
    const card = this.draft.find((one) => one.key === key);
    if (!card) return;
    const place = {place: shown.indexOf(key) + 1, count: shown.length, columns: card.columns, rows: card.rows};
    this.said = layoutTexts(this.host.state.locale.get())('placed', {title: this.#titleOf(key), ...place});
  }

  #titleOf(key: string | undefined): string {
    return this.#cards.value.find((card) => card.key === key)?.data.title ?? '';
  }

  #scrollToChosen(): void {
    if (this.#drag.key !== undefined) return;
    this.querySelector('.chosen')?.scrollIntoView({block: 'nearest'});
  }

  async #keep(): Promise<void> {
    const perspective = this.#arranged ?? 'development';
    const others = Object.entries(this.host.settings.get('layout')).filter(([other]) => other !== perspective);
    try {
      await this.host.settings.set('layout', {
        ...Object.fromEntries(others),
        ...(!this.#isDefault && {[perspective]: this.draft}),
      });
      this.#close();
    } catch (error) {
      this.host.notifications.error(error);
    }
  }

  #close(): void {
    this.#start = this.draft;
    this.dispatchEvent(new Event('close'));
  }

  #place(kept: Draft | undefined): readonly PlacedCard[] {
    return this.deck?.place(this.#cards.value, kept) ?? [];
  }

  get #root(): ShadowRoot {
    return this.getRootNode() as ShadowRoot;
  }
}

function adoptStyles(root: ShadowRoot): Dispose {
  const {styleSheet} = layoutEditorStyles;
  if (!styleSheet) return () => {};
  root.adoptedStyleSheets.push(styleSheet);
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
  };
}
