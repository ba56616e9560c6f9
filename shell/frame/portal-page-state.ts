import type {IconNode} from '@openchoreo/portal-contract';
import {baseStyles, buttonStyles, icon, skeleton, stateStyles, StoreController} from '@openchoreo/portal-lit';
import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import ArrowLeftRight from 'lucide/dist/esm/icons/arrow-left-right.mjs';
import FileQuestionMark from 'lucide/dist/esm/icons/file-question-mark.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import Power from 'lucide/dist/esm/icons/power.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import type {PageState} from '../services.ts';
import {FrameElement} from './frame-element.ts';
import {toCauses} from './to-causes.ts';

type Unshown = Exclude<PageState, {status: 'shown'}>;

const ICONS: Readonly<Record<Exclude<Unshown['status'], 'loading'>, readonly IconNode[]>> = {
  'not-found': FileQuestionMark,
  denied: Lock,
  disabled: Power,
  'other-perspective': ArrowLeftRight,
  failed: TriangleAlert,
};

/** What stands in the page's place when there is none to show: what happened, and the way out. */
export class PortalPageState extends FrameElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    stateStyles,
    css`
      main {
        max-width: 1280px;
        margin: 0 auto;
        padding: 24px;
      }

      .state {
        padding-block: 12vh 32px;
      }

      .state-icon {
        width: 48px;
        height: 48px;
      }

      h1 {
        font-size: var(--portal-text-title);
      }

      .state-text {
        font-size: var(--portal-text-body);
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 4px 16px;
        margin-top: 8px;
        text-align: start;
        overflow-wrap: anywhere;
      }

      dt {
        color: var(--portal-color-text-muted);
      }
    `,
  ];

  readonly #page = new StoreController(this, () => this.services.page);
  #announced: string | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const page = this.#page.value;
    if (page.status === 'shown') return nothing;
    if (page.status === 'loading') {
      return html`<main aria-busy="true" aria-label=${this.text('frame.loading')}>${skeleton({rows: 6})}</main>`;
    }
    return html`
      <main>
        <div class="state ${page.status}">
          <span class="state-icon">${icon(ICONS[page.status], {size: 24})}</span>
          <h1 tabindex="-1">${this.text(`page.${page.status}.title`)}</h1>
          <p class="state-text">${this.text(`page.${page.status}.text`, this.#toValues(page))}</p>
          <p class="state-text">${this.text(`page.${page.status}.next`, this.#toValues(page))}</p>
          <div class="state-actions">${this.#renderWayOut(page)}${this.#renderHome()}</div>
          ${page.status === 'failed' ? this.#renderDetails(page) : nothing}
        </div>
      </main>
    `;
  }

  // Who cannot see the page change hears it: the heading takes the focus, as on every page.
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const page = this.#page.value;
    const announced = `${page.status} ${page.path}`;
    if (page.status === 'loading' || announced === this.#announced) return;
    this.#announced = announced;
    this.focusHeading();
  }

  focusHeading(): void {
    this.renderRoot.querySelector('h1')?.focus({preventScroll: true});
  }

  #toValues(page: Unshown): Record<string, string> {
    const perspective = page.status === 'other-perspective' && this.text(`frame.perspective.${page.perspective}`);
    return {
      path: page.path,
      ...('module' in page && {module: page.module}),
      ...('permission' in page && {permission: page.permission}),
      ...(perspective && {perspective}),
    };
  }

  #renderWayOut(page: Unshown): TemplateResult | typeof nothing {
    if (page.status === 'failed') {
      return html`<button type="button" class="button primary" @click=${page.retry}>
        ${this.text('frame.retry')}
      </button>`;
    }
    if (page.status !== 'other-perspective') return nothing;
    return html`
      <button
        type="button"
        class="button primary"
        @click=${() => void this.services.state.setPerspective(page.perspective)}
      >
        ${this.text('page.other-perspective.switch', this.#toValues(page))}
      </button>
    `;
  }

  #renderHome(): TemplateResult {
    return html`<a class="button" href=${this.services.links.href('/')}>${this.text('page.home')}</a>`;
  }

  #renderDetails({error, module, path}: Extract<PageState, {status: 'failed'}>): TemplateResult {
    return html`
      <details>
        <summary>${this.text('page.details')}</summary>
        <dl>
          <dt>${this.text('page.details.code')}</dt>
          <dd><code>${error.code}</code></dd>
          <dt>${this.text('page.details.module')}</dt>
          <dd><code>${module}</code></dd>
          <dt>${this.text('page.details.path')}</dt>
          <dd><code>${path}</code></dd>
          <dt>${this.text('page.details.cause')}</dt>
          <dd>${toCauses(error, this.services.messages).map((line) => html`<div>${line}</div>`)}</dd>
        </dl>
      </details>
    `;
  }
}
