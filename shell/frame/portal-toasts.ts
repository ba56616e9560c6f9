import type {IconNode} from '@openchoreo/portal-contract';
import {baseStyles, buttonStyles, icon, StoreController} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import CircleX from 'lucide/dist/esm/icons/circle-x.mjs';
import Info from 'lucide/dist/esm/icons/info.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type {Notice} from '../services.ts';
import {FrameElement} from './frame-element.ts';
import {NoticeTimers} from './notice-timers.ts';
import {toastStyles} from './toast-styles.ts';

const ICONS: Readonly<Record<Notice['kind'], readonly IconNode[]>> = {
  success: CircleCheck,
  info: Info,
  warning: TriangleAlert,
  error: CircleX,
};

/**
 * Short messages in a corner, read out as they come. They leave by themselves, except errors and what offers an
 * action, and not while somebody points at them or is in them.
 */
export class PortalToasts extends FrameElement {
  static override styles = [baseStyles, buttonStyles, toastStyles];

  readonly #notices = new StoreController(this, () => this.services.notices.shown);
  readonly #timers = new NoticeTimers((id) => this.services.notices.dismiss(id));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#timers.stop();
  }

  protected override willUpdate(): void {
    this.#timers.follow(this.#notices.value);
  }

  protected override render(): TemplateResult {
    const urgent = this.#notices.value.filter(({kind}) => kind === 'error');
    const calm = this.#notices.value.filter(({kind}) => kind !== 'error');
    return html`
      <section
        aria-label=${this.text('frame.notices')}
        @pointerenter=${() => this.#timers.hold()}
        @pointerleave=${() => this.#timers.follow(this.#notices.value)}
        @focusin=${() => this.#timers.hold()}
        @focusout=${() => this.#timers.follow(this.#notices.value)}
      >
        <div role="alert">${repeat(urgent, toId, (notice) => this.#renderNotice(notice))}</div>
        <div role="status">${repeat(calm, toId, (notice) => this.#renderNotice(notice))}</div>
      </section>
    `;
  }

  #renderNotice(notice: Notice): TemplateResult {
    const {action} = notice;
    return html`
      <div class="toast ${notice.kind}">
        ${icon(ICONS[notice.kind], {size: 18, label: this.text(`frame.notice.${notice.kind}`)})}
        <div class="words">
          <div class="text">${notice.text}</div>
          ${notice.detail ? html`<div class="detail">${notice.detail}</div>` : nothing}
          ${notice.code ? html`<code class="detail">${notice.code}</code>` : nothing}
          ${
            action
              ? html`<button type="button" class="button small" @click=${() => this.#act(notice, action.run)}>
                  ${action.label}
                </button>`
              : nothing
          }
        </div>
        <button
          type="button"
          class="button ghost small icon-only"
          aria-label=${this.text('frame.notice.dismiss', {text: notice.text})}
          @click=${() => this.services.notices.dismiss(notice.id)}
        >
          ${icon(X)}
        </button>
      </div>
    `;
  }

  #act(notice: Notice, run: () => void): void {
    this.services.notices.dismiss(notice.id);
    run();
  }
}

function toId({id}: Notice): number {
  return id;
}
