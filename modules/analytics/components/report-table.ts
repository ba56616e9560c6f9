import type {Messages} from '@openchoreo/portal-contract';
import {html, nothing, type TemplateResult} from 'lit';
import type {ReportColumn, ReportRow} from '../types/report.ts';
import type {CellValue} from '../utils/csv.ts';

/** Rows of a report; the first cell of each is its head. Needs `tableStyles`. */
export function reportTable(
  label: string,
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  words: {readonly messages: Messages; readonly href: (path: string) => string},
): TemplateResult {
  return html`
    <div class="table-frame" tabindex="0" role="group" aria-label=${label}>
      <table class="table">
        <thead>
          <tr>
            ${columns.map(({title, kind}) => html`<th scope="col" class=${toClass(kind)}>${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({cells, path}) => html`
              <tr>
                ${columns.map(({kind}, index) => {
                  const content = toContent(cells[index], kind, words.messages);
                  if (index > 0) return html`<td class=${toClass(kind)}>${content}</td>`;
                  return html`<th scope="row" class=${toClass(kind)}>
                    ${path ? html`<a href=${words.href(path)}>${content}</a>` : content}
                  </th>`;
                })}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

function toClass(kind: ReportColumn['kind']): string | typeof nothing {
  return kind === 'number' || kind === 'share' ? 'numeric' : nothing;
}

function toContent(value: CellValue, kind: ReportColumn['kind'], {number, date}: Messages): string {
  if (value === undefined || value === '') return '–';
  if (value instanceof Date) {
    return date(value, kind === 'moment' ? {dateStyle: 'medium', timeStyle: 'short'} : {dateStyle: 'medium'});
  }
  if (typeof value === 'string') return value;
  return kind === 'share' ? number(value, {style: 'percent', maximumFractionDigits: 1}) : number(value);
}
