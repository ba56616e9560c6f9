import {html, type TemplateResult} from 'lit';

/** Grey lines where rows will be. Assistive technology skips them: say `aria-busy` on what is loading. Needs `stateStyles`. */
export function skeleton(size: {readonly rows: number; readonly columns?: number}): TemplateResult {
  const {rows, columns = 1} = size;
  // Set as a property: the portal's policy forbids style attributes.
  return html`
    <div class="skeleton" aria-hidden="true" .style=${`grid-template-columns: repeat(${columns}, 1fr)`}>
      ${Array.from({length: rows * columns}, () => html`<span class="bone"></span>`)}
    </div>
  `;
}
