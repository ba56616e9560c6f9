import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {ModuleElement} from './module-element.ts';

const MINUTE = 60_000;

/** A moment as people say it («3 minutes ago»), with date and time on hover. Shows nothing for what is not a date. */
export class PortalTime extends ModuleElement {
  /** ISO 8601. */
  @property() datetime = '';

  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), MINUTE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (Number.isNaN(Date.parse(this.datetime))) return nothing;
    const {messages} = this.host;
    const title = messages.date(this.datetime, {dateStyle: 'medium', timeStyle: 'short'});
    return html`<time datetime=${this.datetime} title=${title}>${messages.relative(this.datetime)}</time>`;
  }
}
