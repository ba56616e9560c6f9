import type {IconNode} from '@openchoreo/portal-contract';
import {baseStyles, icon, skeleton, stateStyles, StoreController} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {guard} from 'lit/directives/guard.js';
import type {NavigationEntry} from '../services.ts';
import {findCurrentEntry} from './current-entry.ts';
import {FrameElement} from './frame-element.ts';
import {navigationStyles} from './navigation-styles.ts';

const POSITIONS = ['main', 'secondary', 'settings', 'footer'] as const;

const PLAIN: readonly IconNode[] = [['circle', {cx: 12, cy: 12, r: 3}]];

/** Navigation of the perspective in its groups, with the open page marked. */
export class PortalNavigation extends FrameElement {
  static override styles = [baseStyles, stateStyles, navigationStyles];

  protected override readonly drawsAlone = true;

  /** Icons only; the names stay for assistive technology and on hover. */
  @property({type: Boolean, reflect: true}) narrow = false;

  readonly #entries = new StoreController(this, () => this.services.navigation);
  readonly #page = new StoreController(this, () => this.services.page);
  // Addresses of the links carry the selection and the perspective.
  readonly #selection = new StoreController(this, () => this.services.state.selection);
  readonly #perspective = new StoreController(this, () => this.services.state.perspective);

  protected override render(): TemplateResult {
    const current = findCurrentEntry(this.#entries.value, this.#page.value);
    const label = this.text('frame.navigation', {
      perspective: this.text(`frame.perspective.${this.#perspective.value}`),
    });
    return html`
      <nav aria-label=${label} data-namespace=${this.#selection.value.namespace ?? nothing}>
        ${POSITIONS.map((position) => this.#renderGroup(position, current))}
        ${this.#entries.value.length === 0 ? skeleton({rows: 4}) : nothing}
      </nav>
    `;
  }

  #renderGroup(position: (typeof POSITIONS)[number], current: NavigationEntry | undefined): unknown {
    const entries = this.#entries.value.filter((entry) => (entry.position ?? 'main') === position);
    if (entries.length === 0) return nothing;
    const name = position === 'main' ? undefined : this.text(`frame.navigation.${position}`);
    // There may be a thousand, of which a change of page concerns two, and its second step none.
    const addresses = [this.#selection.value, this.#perspective.value, this.narrow];
    const mark = (entry: NavigationEntry): unknown => (contains(entry, current) ? current : undefined);
    const items = (): unknown =>
      entries.map((entry) => guard([entry, mark(entry), ...addresses], () => this.#renderEntry(entry, current)));
    return html`
      <div class="group ${position}">
        ${name ? html`<h2 id=${position}>${name}</h2>` : nothing}
        <ul aria-labelledby=${name ? position : nothing}>
          ${guard([this.#entries.value, current, ...addresses], items)}
        </ul>
      </div>
    `;
  }

  #renderEntry(entry: NavigationEntry, current: NavigationEntry | undefined): TemplateResult {
    const isOpen = entry.path === undefined || contains(entry, current);
    return html`
      <li>
        ${entry.path === undefined ? this.#renderName(entry) : this.#renderLink(entry, entry.path, current)}
        ${
          isOpen && entry.children.length > 0
            ? html`<ul class="children">
                ${entry.children.map((child) => this.#renderEntry(child, current))}
              </ul>`
            : nothing
        }
      </li>
    `;
  }

  #renderName(entry: NavigationEntry): TemplateResult {
    return html`<span class="entry plain">${icon(entry.icon ?? PLAIN)}<span class="name">${entry.label}</span></span>`;
  }

  #renderLink(entry: NavigationEntry, path: string, current: NavigationEntry | undefined): TemplateResult {
    return html`
      <a
        class="entry"
        href=${this.services.links.href(path)}
        aria-current=${entry === current ? 'page' : nothing}
        title=${this.narrow ? entry.label : nothing}
      >
        ${icon(entry.icon ?? PLAIN)}<span class="name">${entry.label}</span>
        ${entry.badge ? html`<span class="count">${entry.badge}</span>` : nothing}
      </a>
    `;
  }
}

function contains(entry: NavigationEntry, wanted: NavigationEntry | undefined): boolean {
  return entry === wanted || entry.children.some((child) => contains(child, wanted));
}
