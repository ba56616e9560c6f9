import type {Contribution} from '@openchoreo/portal-contract';
import {
  baseStyles,
  buttonStyles,
  emptyState,
  LocationController,
  ModuleElement,
  pageStyles,
  skeleton,
  stateStyles,
  StoreController,
} from '@openchoreo/portal-lit';
import {css, html, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import PanelTop from 'lucide/dist/esm/icons/panel-top.mjs';
import type config from '../module.config.ts';
import type {EntityTab} from '../types/entity-tab.ts';

/** Milliseconds that a tab named in the address may still come: the manifest of its module may be on its way. */
const PATIENCE = 1500;

/** The tab of the page itself; it stands in no address. */
const OVERVIEW = 'overview';

/**
 * The parts of one object's page: the overview in the slot, and a tab for each contribution to the point. The tab
 * stands in the address (`?tab=analytics.usage`), and its code is fetched when it is opened. Follows the ARIA pattern
 * for tabs with activation by hand: arrow keys move, Enter and Space open.
 */
export class EntityTabs extends ModuleElement<typeof config> {
  static override styles = [
    baseStyles,
    pageStyles,
    buttonStyles,
    stateStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 16px;
        min-width: 0;
      }
      .tabs {
        min-height: 37px;
      }
    `,
  ];

  @property() point: 'components.tabs' | 'components.project-tabs' = 'components.tabs';
  /** Path of the page. */
  @property() path = '';
  @state() private isPatient = true;

  readonly #location = new LocationController(this);
  readonly #tabs = new StoreController(this, () => this.host.contributions.at(this.point));
  readonly #elements = new Map<string, HTMLElement>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setTimeout(() => (this.isPatient = false), PATIENCE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render(): TemplateResult {
    const tabs = this.#tabs.value;
    const open = this.#location.query.get('tab') ?? OVERVIEW;
    return html`
      <div class="tabs" role="tablist" aria-label=${this.text('tabs.label')} @keydown=${this.#onKey}>
        ${this.#renderTab(OVERVIEW, this.text('tabs.overview'), open)}
        ${tabs.map((tab) => this.#renderTab(toName(tab), tab.data.title, open))}
      </div>
      <div id="panel" role="tabpanel" tabindex="0" aria-labelledby=${`tab-${open}`}>${this.#renderPanel(open)}</div>
    `;
  }

  protected override updated(_changed: PropertyValues): void {
    this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  #renderTab(name: string, title: string, open: string): TemplateResult {
    const isOpen = name === open;
    return html`
      <a
        id=${`tab-${name}`}
        role="tab"
        href=${this.host.navigation.href(this.path + (name === OVERVIEW ? '' : `?tab=${name}`))}
        aria-selected=${isOpen ? 'true' : 'false'}
        aria-controls="panel"
        tabindex=${isOpen ? '0' : '-1'}
        >${title}</a
      >
    `;
  }

  #renderPanel(open: string): TemplateResult | HTMLElement {
    if (open === OVERVIEW) return html`<slot></slot>`;
    const tab = this.#tabs.value.find((one) => toName(one) === open);
    if (tab) return this.#elementOf(tab);
    if (this.isPatient) return html`<div aria-busy="true">${skeleton({rows: 6, columns: 2})}</div>`;
    return emptyState({
      icon: PanelTop,
      title: this.text('tabs.missing.title'),
      text: this.text('tabs.missing.text'),
      action: html`<a class="button" href=${this.host.navigation.href(this.path)}>${this.text('tabs.overview')}</a>`,
    });
  }

  /** Made once, so that a tab that is opened again shows what it showed. */
  #elementOf(tab: Contribution<EntityTab>): HTMLElement {
    const element = this.#elements.get(tab.key) ?? this.host.contributions.createElement(tab);
    this.#elements.set(tab.key, element);
    return element;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = tabs.indexOf(event.target as HTMLElement);
    const next = {
      ArrowRight: tabs[at + 1] ?? tabs[0],
      ArrowLeft: tabs.at(at - 1),
      Home: tabs[0],
      End: tabs.at(-1),
    }[event.key];
    if (event.key === ' ') tabs[at]?.click();
    else if (!next || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    next?.focus();
  };
}

/** Unique on the page, and stable: it is in addresses. */
function toName({module, id}: Contribution<EntityTab>): string {
  return `${module}.${id}`;
}
