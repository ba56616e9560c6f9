import type {IconNode, Theme} from '@openchoreo/portal-contract';
import {baseStyles, icon, StoreController} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import Check from 'lucide/dist/esm/icons/check.mjs';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import LogOut from 'lucide/dist/esm/icons/log-out.mjs';
import Monitor from 'lucide/dist/esm/icons/monitor.mjs';
import Moon from 'lucide/dist/esm/icons/moon.mjs';
import Sun from 'lucide/dist/esm/icons/sun.mjs';
import {FrameElement} from './frame-element.ts';
import {moveInMenu} from './menu-keys.ts';
import {placeBelow} from './place-below.ts';
import {returnFocus} from './return-focus.ts';
import {popoverStyles} from './popover-styles.ts';
import {toInitials} from './user-initials.ts';
import {userMenuStyles} from './user-menu-styles.ts';

const THEMES: readonly {readonly theme: Theme; readonly icon: readonly IconNode[]}[] = [
  {theme: 'system', icon: Monitor},
  {theme: 'light', icon: Sun},
  {theme: 'dark', icon: Moon},
];

/** Who is signed in, with the choice of theme and language, and the way out. */
export class PortalUserMenu extends FrameElement {
  static override styles = [baseStyles, popoverStyles, userMenuStyles];

  protected override readonly drawsAlone = true;

  @query('.trigger') private readonly trigger!: HTMLButtonElement;
  @query('[popover]') private readonly panel!: HTMLElement;

  readonly #user = new StoreController(this, () => this.services.state.user);
  readonly #theme = new StoreController(this, () => this.services.state.theme);
  readonly #locale = new StoreController(this, () => this.services.state.locale);
  #open = false;
  #mayViewAs = false;

  protected override render(): TemplateResult {
    const {name} = this.#user.value;
    const initials = toInitials(name);
    return html`
      <button
        type="button"
        class="trigger"
        popovertarget="menu"
        aria-haspopup="menu"
        aria-expanded=${this.#open}
        aria-label="${initials}: ${this.text('frame.user.menu', {name})}"
        title=${name}
      >
        <span aria-hidden="true">${initials}</span>
      </button>
      <div id="menu" popover @beforetoggle=${this.#onBeforeToggle} @toggle=${this.#onToggle}>
        ${this.#open ? this.#renderMenu() : nothing}
      </div>
    `;
  }

  // Only while it is open: drawing what nobody sees would hold up the page's first moments.
  #renderMenu(): TemplateResult {
    const {name, email, groups} = this.#user.value;
    return html`
      <div class="person">
        <div class="person-name">${name}</div>
        <div class="muted">${email ?? groups.join(', ')}</div>
      </div>
      <div role="menu" tabindex="-1" aria-label=${this.text('frame.user.menu', {name})} @keydown=${this.#onKey}>
        <div role="group" aria-labelledby="themes">
          <div class="group-name" id="themes" role="presentation">${this.text('frame.theme')}</div>
          ${THEMES.map(({theme, icon: nodes}) =>
            this.#renderChoice(
              html`${icon(nodes)}<span class="grow">${this.text(`frame.theme.${theme}`)}</span>`,
              this.#theme.value === theme,
              () => this.services.state.setTheme(theme),
            ),
          )}
        </div>
        <div role="group" aria-labelledby="languages">
          <div class="group-name" id="languages" role="presentation">${this.text('frame.language')}</div>
          ${this.services.boot.portal.locales.map((locale) =>
            this.#renderChoice(
              html`<span class="grow" lang=${locale}>${toLanguageName(locale)}</span>`,
              this.#locale.value === locale,
              () => void this.services.state.setLocale(locale).catch((error: unknown) => this.#tell(error)),
            ),
          )}
        </div>
        <div class="last" role="presentation">
          ${
            this.#mayViewAs
              ? html`<button type="button" class="choice" role="menuitem" tabindex="-1" @click=${this.#viewAs}>
                  ${icon(Eye)}<span class="grow">${this.text('view-as.menu')}</span>
                </button>`
              : nothing
          }
          <button type="button" class="choice" role="menuitem" tabindex="-1" @click=${this.#signOut}>
            ${icon(LogOut)}<span class="grow">${this.text('frame.user.sign-out')}</span>
          </button>
        </div>
      </div>
    `;
  }

  #renderChoice(content: TemplateResult, checked: boolean, choose: () => void): TemplateResult {
    return html`
      <button type="button" class="choice" role="menuitemradio" tabindex="-1" aria-checked=${checked} @click=${choose}>
        ${content}<span class="tick">${checked ? icon(Check) : ''}</span>
      </button>
    `;
  }

  #tell(error: unknown): void {
    const detail = this.services.messages.error(error);
    this.services.notices.show({kind: 'error', text: this.text('frame.language.failed'), detail});
  }

  #viewAs(): void {
    this.panel.hidePopover();
    this.services.overlays.viewAs();
  }

  #signOut(): void {
    this.panel.hidePopover();
    this.services.session.signOut();
  }

  #onBeforeToggle(event: ToggleEvent): void {
    this.#open = event.newState === 'open';
    if (this.#open) void this.#askViewAs();
    else returnFocus(this.panel, this.trigger);
    this.requestUpdate();
  }

  /** Asked when the menu is opened: few hold it, and nobody needs to know before. */
  async #askViewAs(): Promise<void> {
    this.#mayViewAs = await this.services.permissions.can('portal:view-as', {}).catch(() => false);
    this.requestUpdate();
  }

  #onToggle(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    placeBelow(this.trigger, this.panel);
    this.#items[0]?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Tab') this.panel.hidePopover();
    else moveInMenu(event, this.#items, this.shadowRoot?.activeElement ?? null);
  }

  get #items(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  }
}

/** A language in its own words: «Deutsch». */
function toLanguageName(locale: string): string {
  const name = new Intl.DisplayNames(locale, {type: 'language'}).of(locale) ?? locale;
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
