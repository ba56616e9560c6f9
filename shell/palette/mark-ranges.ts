import {html, type TemplateResult} from 'lit';
import type {TextMatch} from './match-text.ts';

/** The text with its ranges marked. */
export function markRanges(text: string, ranges: TextMatch['ranges']): TemplateResult {
  let done = 0;
  const parts = ranges.map(([start, end]) => {
    const before = text.slice(done, start);
    done = end;
    return html`${before}<mark>${text.slice(start, end)}</mark>`;
  });
  return html`${parts}${text.slice(done)}`;
}
