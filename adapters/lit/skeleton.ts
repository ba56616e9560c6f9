import {html, type TemplateResult} from 'lit';

/** Grey lines where rows will be. Assistive technology skips them: say `aria-busy` on what is loading. Needs `stateStyles`. */
export function skeleton(size: {readonly rows: number; readonly columns?: 1 | 2 | 3 | 4}): TemplateResult {
  const {rows, columns = 1} = size;
  return html`
    <div class="skeleton" data-columns=${columns} aria-hidden="true">
      ${Array.from({length: rows * columns}, () => html`<span class="bone"></span>`)}
    </div>
  `;
}
