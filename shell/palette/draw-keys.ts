import {html, type TemplateResult} from 'lit';
import {toKeyNames} from '../commands/key-names.ts';

/** A shortcut as keys: those pressed together side by side, those pressed after each other with a word between. */
export function drawKeys(keys: string, then: string): TemplateResult {
  return html`<span class="shortcut"
    >${toKeyNames(keys).map(
      (names, index) =>
        html`${index > 0 ? html`<span class="visually-hidden">${then}</span>` : ''}${names.map((name) => html`<kbd>${name}</kbd>`)}`,
    )}</span
  >`;
}
