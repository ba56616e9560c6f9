import type {Contribution, StatusItemData} from '@openchoreo/portal-contract';
import {baseStyles, icon, StoreController} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {FrameElement} from '../frame/frame-element.ts';
import type {Icons} from '../commands/icons.ts';

/** What modules contribute to `portal.status`: short lines at the foot of the navigation. */
export class PortalStatus extends FrameElement {
  static override styles = [
    baseStyles,
    css`
      ul {
        display: flex;
        flex-direction: column;
        gap: 2px;
        margin: 0;
        padding: 8px 12px;
        border-top: 1px solid var(--portal-color-border);
        list-style: none;
      }

      li,
      a {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 28px;
        min-width: 0;
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
      }

      li {
        padding: 0 12px;
      }

      li > * {
        flex: 1;
        min-width: 0;
      }

      :host([narrow]) :is(ul, li) {
        padding: 4px 0;
      }

      :host([narrow]) li {
        justify-content: center;
      }

      :host([narrow]) .name {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      @media (pointer: coarse) {
        li {
          min-height: 44px;
        }
      }
    `,
  ];

  readonly #items = new StoreController(this, () => this.services.contributions.at('portal.status'));
  readonly #elements = new Map<string, HTMLElement>();
  #icons: Icons | undefined;
  #stop = (): void => {};

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.#icons = undefined;
  }

  protected override render(): TemplateResult | typeof nothing {
    const items = this.#items.value;
    for (const key of this.#elements.keys()) if (!items.some((item) => item.key === key)) this.#elements.delete(key);
    if (items.length === 0) return nothing;
    if (items.some(({data}) => data.icon && !data.component)) this.#loadIcons(items.map(({data}) => data.icon));
    return html`
      <section aria-label=${this.text('status.title')}>
        <ul>
          ${repeat(
            items,
            ({key}) => key,
            (item) => html`<li>${this.#renderItem(item)}</li>`,
          )}
        </ul>
      </section>
    `;
  }

  #loadIcons(names: readonly (string | undefined)[]): void {
    if (this.#icons) {
      this.#icons.load(names);
      return;
    }
    void this.services.commands().then(
      ({icons}) => {
        if (this.#icons || !this.isConnected) return;
        this.#icons = icons;
        this.#stop = icons.version.listen(() => this.requestUpdate());
        this.requestUpdate();
      },
      () => {}, // without their icons, the lines are words
    );
  }

  #renderItem(item: Contribution<StatusItemData>): TemplateResult | HTMLElement {
    const {title, component, path} = item.data;
    if (component) {
      const element = this.#elements.get(item.key) ?? this.services.contributions.createElement(item);
      this.#elements.set(item.key, element);
      return element;
    }
    const nodes = this.#icons?.get(item.data.icon);
    const content = html`${nodes ? icon(nodes) : nothing}<span class="name">${title}</span>`;
    return path === undefined ? content : html`<a href=${this.services.links.href(path)}>${content}</a>`;
  }
}
