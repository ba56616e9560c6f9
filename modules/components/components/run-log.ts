import type {RunLogLine} from '@openchoreo/portal-contract';
import {baseStyles, buttonStyles, cardStyles, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

/** Lines shown at once: what a build said last is what is looked for. */
const SHOWN = 1000;

/** Pixels above the end that still count as the end. */
const SLACK = 24;

/** What a run has written, from the first line to the last; follows the end until somebody scrolls away from it. */
export class RunLog extends ModuleElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    cardStyles,
    css`
      label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        font-size: var(--portal-text-small);
      }
      .lines {
        max-height: 60vh;
        padding: 12px 16px;
        overflow: auto;
        font: var(--portal-text-small) / 20px var(--portal-font-mono);
      }
      .lines:focus-visible {
        outline-offset: -2px;
      }
      .line {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 12px;
      }
      .line time {
        color: var(--portal-color-text-muted);
      }
      .line span {
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }
      @media (width < 768px) {
        .line {
          display: block;
        }
        .line time {
          display: none;
        }
      }
    `,
  ];

  @property({attribute: false}) lines: readonly RunLogLine[] = [];
  @property({type: Boolean}) live = false;

  @state() private _follows = true;
  @state() private _showsAll = false;

  protected override render(): TemplateResult {
    const lines = this._showsAll ? this.lines : this.lines.slice(-SHOWN);
    return html`
      <section class="card" aria-labelledby="title">
        <header class="card-header">
          <h2 id="title">${this.text('build.logs')}</h2>
          ${
            this.live
              ? html`<label
                  ><input
                    type="checkbox"
                    .checked=${this._follows}
                    @change=${({target}: Event) => (this._follows = (target as HTMLInputElement).checked)}
                  />${this.text('build.logs.follow')}</label
                >`
              : nothing
          }
        </header>
        <div class="lines" tabindex="0" role="group" aria-labelledby="title" @scroll=${this.#onScroll}>
          ${
            lines.length < this.lines.length
              ? html`<button class="button small" @click=${() => (this._showsAll = true)}>
                  ${this.text('build.logs.all', {count: this.lines.length})}
                </button>`
              : nothing
          }
          ${lines.length === 0 ? html`<p class="muted">${this.text('build.none')}</p>` : nothing}
          ${lines.map(
            ({timestamp, log}) =>
              html`<div class="line">
                ${timestamp ? html`<time datetime=${timestamp}>${this.#toClock(timestamp)}</time>` : html`<span></span>`}
                <span>${log}</span>
              </div>`,
          )}
        </div>
      </section>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.live || !this._follows || !(changed.has('lines') || changed.has('_follows' as keyof RunLog))) return;
    const box = this.renderRoot.querySelector('.lines');
    box?.scrollTo({top: box.scrollHeight});
  }

  readonly #onScroll = ({target}: Event): void => {
    const {scrollTop, scrollHeight, clientHeight} = target as HTMLElement;
    this._follows = scrollHeight - scrollTop - clientHeight < SLACK;
  };

  #toClock(timestamp: string): string {
    return this.host.messages.date(timestamp, {timeStyle: 'medium'});
  }
}
