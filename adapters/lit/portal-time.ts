import type {Dispose} from '@openchoreo/portal-contract';
import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ModuleElement} from './module-element.ts';
import {whenIdle} from './when-idle.ts';

const MINUTE = 60_000;

/**
 * A moment as people say it («3 minutes ago»), with date and time on hover. Shows nothing for what is not a date. The
 * words come when the browser has time: making them starts parts of `Intl` that cost a slow machine a tenth of a second.
 */
export class PortalTime extends ModuleElement {
  /** ISO 8601. */
  @property() datetime = '';

  #isDue = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  #stopWaiting: Dispose | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), MINUTE);
    this.#stopWaiting = whenIdle(() => {
      this.#isDue = true;
      this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#stopWaiting?.();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#isDue || Number.isNaN(Date.parse(this.datetime))) return nothing;
    const {messages} = this.host;
    const title = messages.date(this.datetime, {dateStyle: 'medium', timeStyle: 'short'});
    return html`<time datetime=${this.datetime} title=${title}>${messages.relative(this.datetime)}</time>`;
  }
}
