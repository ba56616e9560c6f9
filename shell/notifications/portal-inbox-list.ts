import type {IconNode, PortalNotification} from '@openchoreo/portal-contract';
import {baseStyles, buttonStyles, icon, skeleton, stateStyles} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import CircleX from 'lucide/dist/esm/icons/circle-x.mjs';
import Info from 'lucide/dist/esm/icons/info.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import {FrameElement} from '../frame/frame-element.ts';
import type {Inbox, InboxState} from './inbox.ts';
import {inboxStyles} from './inbox-styles.ts';

const ICONS: Readonly<Record<PortalNotification['kind'], readonly IconNode[]>> = {
  success: CircleCheck,
  info: Info,
  warning: TriangleAlert,
  error: CircleX,
};

/**
 * What waits to be read, the newest first. Asks the server when it enters the page.
 *
 * @event portal-inbox-done - The person has followed a notification.
 */
export class PortalInboxList extends FrameElement {
  static override styles = [baseStyles, buttonStyles, stateStyles, inboxStyles];

  #inbox: Inbox | undefined;
  #stop = (): void => {};

  override connectedCallback(): void {
    super.connectedCallback();
    void this.services.inbox().then((inbox) => {
      if (!this.isConnected) return;
      this.#inbox = inbox;
      this.#stop = inbox.state.listen(() => this.requestUpdate());
      this.requestUpdate();
      void inbox.refresh();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override render(): TemplateResult {
    const state = this.#inbox?.state.get() ?? {status: 'loading'};
    const hasUnread = state.status === 'ready' && state.unread > 0;
    return html`
      <div class="head">
        <h2>${this.text('inbox.title')}</h2>
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
    this.dispatchEvent(new CustomEvent('portal-inbox-done'));
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
}
