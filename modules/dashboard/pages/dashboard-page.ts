import type {Contribution, DashboardCard} from '@openchoreo/portal-contract';
import {
  baseStyles,
  buttonStyles,
  cardStyles,
  emptyState,
  ModuleElement,
  pageStyles,
  skeleton,
  stateStyles,
  StoreController,
} from '@openchoreo/portal-lit';
import {html, type PropertyValues, type TemplateResult} from 'lit';
import {state} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import LayoutDashboard from 'lucide/dist/esm/icons/layout-dashboard.mjs';
import type {Deck} from '../components/layout-editor.ts';
import {NamespaceChoice} from '../components/namespace-choice.ts';
import {ReadyMark} from '../hooks/ready-mark.ts';
import type config from '../module.config.ts';
import {placeCards, type PlacedCard} from '../utils/place-cards.ts';
import {dashboardStyles} from './dashboard-styles.ts';

/** Milliseconds after which a dashboard without cards counts as one that has none. */
const PATIENCE = 500;

/** The first page of a perspective: greeting, scope, and the cards that modules contribute to `dashboard.cards`. */
export class DashboardPage extends ModuleElement<typeof config> {
  static override dependencies = {'dashboard-namespace-choice': NamespaceChoice};
  static override styles = [baseStyles, pageStyles, buttonStyles, cardStyles, stateStyles, dashboardStyles];

  readonly #cards = new StoreController(this, () => this.host.contributions.at('dashboard.cards'));
  readonly #perspective = new StoreController(this, () => this.host.state.perspective);
  readonly #selection = new StoreController(this, () => this.host.state.selection);
  readonly #modules = new StoreController(this, () => this.host.modules.all);
  readonly #layout = new StoreController(this, () => this.host.settings.watch('layout'));
  readonly #ready = new ReadyMark();
  @state() private isPatient = true;
  @state() private isArranging = false;
  #placed: readonly PlacedCard[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Made once for each contribution, so that a card keeps what it shows when others come and go. */
  #elements = new Map<string, HTMLElement>();
  readonly #deck: Deck = {
    place: placeCards,
    elementOf: (card) => {
      const element = this.#elements.get(card.key) ?? this.#create(card);
      this.#elements.set(card.key, element);
      return element;
    },
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.isPatient = true;
    this.#timer = setTimeout(() => (this.isPatient = false), PATIENCE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(): void {
    this.#placed = placeCards(this.#cards.value, this.#layout.value[this.#perspective.value]).filter(
      ({hidden}) => !hidden,
    );
    const kept = this.#placed.map(({card}) => [card.key, this.#deck.elementOf(card)] as const);
    if (!this.isArranging) this.#elements = new Map(kept);
  }

  protected override render(): TemplateResult {
    const {namespace, project} = this.#selection.value;
    const scope = [namespace, project].filter(Boolean).join(' / ');
    const name = this.host.state.user.get().name.split(' ')[0];
    return html`
      <div class="page">
        <header class="page-header">
          <div>
            <h1 tabindex="-1">${this.text('greeting', {name})}</h1>
            <p>${scope ? this.text(`scope.${this.#perspective.value}`, {scope}) : this.text('scope.none')}</p>
          </div>
          ${this.#renderArrange()}
        </header>
        ${namespace ? this.#renderCards() : html`<dashboard-namespace-choice></dashboard-namespace-choice>`}
      </div>
    `;
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.#selection.value.namespace || this.#isWaiting) return;
    const failed = new Set(this.#modules.value.filter(({status}) => status === 'failed').map(({id}) => id));
    const awaited = this.#placed.filter(({card}) => !card.data.deferred && !failed.has(card.module));
    this.#ready.expect(awaited.map(({key}) => key));
  }

  #renderCards(): TemplateResult {
    if (this.#isWaiting) return html`<div aria-busy="true">${skeleton({rows: 4, columns: 3})}</div>`;
    if (this.#cards.value.length === 0) {
      return emptyState({
        icon: LayoutDashboard,
        title: this.text('empty.title'),
        text: this.text('empty.text'),
        action: this.host.permissions.has('portalmodule:view')
          ? html`<a class="button" href=${this.host.navigation.href('/modules')}>${this.text('empty.action')}</a>`
          : undefined,
      });
    }
    if (this.isArranging) {
      return html`<dashboard-layout-editor
        .deck=${this.#deck}
        @close=${() => (this.isArranging = false)}
      ></dashboard-layout-editor>`;
    }
    if (this.#placed.length === 0) return html`<p class="muted">${this.text('empty.hidden')}</p>`;
    return html`<div class="grid">
      ${repeat(
        this.#placed,
        ({key}) => key,
        (card) => this.#renderCard(card),
      )}
    </div>`;
  }

  #renderArrange(): TemplateResult | undefined {
    if (this.isArranging || this.#cards.value.length === 0 || !this.#selection.value.namespace) return undefined;
    // As the server draws it, without a document, it does nothing yet.
    return html`<button class="button ghost" ?disabled=${!('document' in globalThis)} @click=${this.#arrange}>
      ${this.text('layout.edit')}
    </button>`;
  }

  #renderCard({columns, rows, card}: PlacedCard): TemplateResult {
    const {key, id, module, data} = card;
    const heading = `${module}-${id}`;
    return html`
      <section class="card columns-${columns} rows-${rows}" aria-labelledby=${heading}>
        <header class="card-header"><h2 id=${heading}>${data.title}</h2></header>
        <div class="card-body">${this.#elements.get(key)}</div>
      </section>
    `;
  }

  /** No card yet may mean that the manifests of those who contribute are still on their way. */
  get #isWaiting(): boolean {
    return this.isPatient && this.#cards.value.length === 0;
  }

  readonly #arrange = (): void =>
    void import('../components/layout-editor.ts').then(
      ({defineLayoutEditor}) => {
        defineLayoutEditor();
        this.isArranging = true;
      },
      (error: unknown) => this.host.notifications.error(error),
    );

  #create(card: Contribution<DashboardCard>): HTMLElement {
    const element = this.host.contributions.createElement(card);
    element.addEventListener('portal-card-ready', () => this.#ready.announce(card.key));
    return element;
  }
}
