import {html, nothing, type TemplateResult} from 'lit';
import {type Bar, barList} from './bar-list.ts';

export interface Breakdown {
  readonly id: string;
  readonly heading: string;
  /** Undefined while they are on their way. */
  readonly bars: readonly Bar[] | undefined;
  /** What is said where there are none. */
  readonly empty?: string;
  readonly number: (value: number) => string;
  /** Where the rest is, when there is more than is shown. */
  readonly more?: {readonly href: string; readonly text: string} | undefined;
}

/** A card with the values of one property and how many have each. */
export function breakdownCard({id, heading, bars, empty, number, more}: Breakdown): TemplateResult {
  const list = (): TemplateResult => {
    if (bars === undefined) return html`<span class="bone" aria-busy="true"></span>`;
    if (bars.length === 0 && empty) return html`<p class="muted">${empty}</p>`;
    return barList(bars, number);
  };
  return html`
    <section class="card" aria-labelledby=${id}>
      <header class="card-header"><h2 id=${id}>${heading}</h2></header>
      <div class="card-body">
        ${list()} ${bars && more ? html`<a class="more" href=${more.href}>${more.text}</a>` : nothing}
      </div>
    </section>
  `;
}
