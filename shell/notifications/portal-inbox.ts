import type {IconNode, PortalNotification} from '@openchoreo/portal-contract';
import {baseStyles, buttonStyles, icon, skeleton, stateStyles, StoreController} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';
import Bell from 'lucide/dist/esm/icons/bell.mjs';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import CircleX from 'lucide/dist/esm/icons/circle-x.mjs';
import Info from 'lucide/dist/esm/icons/info.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import {FrameElement} from '../frame/frame-element.ts';
import {placeBelow} from '../frame/place-below.ts';
import {popoverStyles} from '../frame/popover-styles.ts';
import {returnFocus} from '../frame/return-focus.ts';
import type {Inbox, InboxState} from './inbox.ts';
import {inboxStyles} from './inbox-styles.ts';

const ICONS: Readonly<Record<PortalNotification['kind'], readonly IconNode[]>> = {
  success: CircleCheck,
  info: Info,
  warning: TriangleAlert,
  error: CircleX,
};
/** What the bell counts to. */
const MOST = 99;

/** The notification centre: a bell with the number of what is unread, and the list behind it. */
export class PortalInbox extends FrameElement {
  static override styles = [baseStyles, buttonStyles, stateStyles, popoverStyles, inboxStyles];

  @query('.trigger') private readonly trigger!: HTMLButtonElement;
  @query('[popover]') private readonly panel!: HTMLElement;

  readonly #unread = new StoreController(this, () => this.services.unread);
  #inbox: Inbox | undefined;
  #stop = (): void => {};
  #open = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override render(): TemplateResult {
    const count = this.#unread.value ?? 0;
    const label = this.text('inbox.unread', {count});
    return html`
      <button
        type="button"
        class="button ghost icon-only trigger"
        popovertarget="panel"
        aria-haspopup="dialog"
        aria-expanded=${this.#open}
        aria-label=${label}
        title=${this.text('inbox.title')}
      >
        ${icon(Bell, {size: 18})}
        ${count > 0 ? html`<span class="count" aria-hidden="true">${count > MOST ? `${MOST}+` : count}</span>` : nothing}
      </button>
      <span role="status" class="visually-hidden">${count > 0 ? label : nothing}</span>
      <div
        id="panel"
        popover
        role="dialog"
        tabindex="-1"
        aria-labelledby="title"
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
      >
        ${this.#open ? this.#renderPanel() : nothing}
      </div>
    `;
  }

  #renderPanel(): TemplateResult {
    const state = this.#inbox?.state.get() ?? {status: 'loading'};
    const hasUnread = state.status === 'ready' && state.unread > 0;
    return html`
      <div class="head">
        <h2 id="title">${this.text('inbox.title')}</h2>
        ${
          hasUnread
            ? html`<button type="button" class="button ghost small" @click=${() => this.#try(this.#inbox?.markRead())}>
                ${this.text('inbox.read-all')}
              </button>`
            : nothing
        }
      </div>
      ${this.#renderState(state)}
    `;
  }

  #renderState(state: InboxState): TemplateResult {
    if (state.status === 'loading') return html`<div class="skeletons">${skeleton({rows: 3})}</div>`;
    if (state.status === 'failed') {
      return html`
        <div class="empty">
          <p>${this.text('inbox.failed')}</p>
          <p>${this.services.messages.error(state.error)}</p>
          <button type="button" class="button small" @click=${() => void this.#inbox?.refresh()}>
            ${this.text('frame.retry')}
          </button>
        </div>
      `;
    }
    if (state.items.length === 0) {
      return html`
        <div class="empty">
          <p>${this.text('inbox.empty')}</p>
          <p>${this.text('inbox.empty.next')}</p>
        </div>
      `;
    }
    return html`<ul>
      ${repeat(
        state.items,
        ({id}) => id,
        (item) => this.#renderItem(item),
      )}
    </ul>`;
  }

  #renderItem(item: PortalNotification): TemplateResult {
    const {kind, title, text, module, at, read, path, command} = item;
    return html`
      <li class=${read ? '' : 'unread'}>
        <span class="kind ${kind}">${icon(ICONS[kind], {label: this.text(`frame.notice.${kind}`)})}</span>
        <div class="words">
          ${
            path !== undefined
              ? html`<a class="title" href=${this.services.links.href(path)} @click=${() => this.#follow(item)}
                  >${title}</a
                >`
              : command !== undefined
                ? html`<button type="button" class="title" @click=${() => this.#run(item, command)}>${title}</button>`
                : html`<span class="title">${title}</span>`
          }
          ${text ? html`<div>${text}</div>` : nothing}
          <div class="meta">
            ${this.#toName(module)} · <time datetime=${at}>${this.services.messages.relative(at)}</time>
          </div>
        </div>
        ${read ? nothing : html`<span class="dot" role="img" aria-label=${this.text('inbox.new')}></span>`}
        <button
          type="button"
          class="button ghost small icon-only"
          aria-label=${this.text('inbox.remove', {title})}
          @click=${() => this.#try(this.#inbox?.remove(item.id))}
        >
          ${icon(X, {size: 14})}
        </button>
      </li>
    `;
  }

  #toName(module: string): string {
    const head = this.services.boot.composition.modules.find(({id}) => id === module);
    return head?.name ?? (module === 'portal' ? this.text('frame.product') : module);
  }

  // The link itself goes there, as all links do.
  #follow(item: PortalNotification): void {
    this.#markRead(item);
    this.panel.hidePopover();
  }

  #run(item: PortalNotification, command: string): void {
    this.#follow(item);
    void this.services.commands().then((center) => center.press(command));
  }

  #markRead({id, read}: PortalNotification): void {
    if (!read) this.#try(this.#inbox?.markRead(id));
  }

  #try(work: Promise<void> | undefined): void {
    work?.catch((error: unknown) =>
      this.services.notices.show({kind: 'error', text: this.services.messages.error(error)}),
    );
  }

  async #follows(): Promise<void> {
    const inbox = await this.services.inbox();
    this.#inbox = inbox;
    if (!this.#open) return;
    this.#stop = inbox.state.listen(() => this.requestUpdate());
    this.requestUpdate();
    await inbox.refresh();
  }

  #onBeforeToggle(event: ToggleEvent): void {
    this.#open = event.newState === 'open';
    this.#stop();
    this.#stop = () => {};
    if (this.#open) void this.#follows();
    else returnFocus(this.panel, this.trigger);
    this.requestUpdate();
  }

  #onToggle(event: ToggleEvent): void {
    if (event.newState !== 'open') return;
    placeBelow(this.trigger, this.panel);
    this.panel.focus();
  }
}
