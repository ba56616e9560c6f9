import {html, nothing, type TemplateResult} from 'lit';
import type {ChartData} from '../types/chart-data.ts';

/** The numbers of a chart as a table, the latest first where the places follow each other. Needs `tableStyles`. */
export function chartTable(
  {axis, places, series}: ChartData,
  words: {
    readonly label: string;
    readonly axis: string;
    readonly sum: string;
    readonly number: (value: number) => string;
  },
): TemplateResult {
  const order = places.map((_, index) => index);
  const isSummed = series.length > 1;
  return html`
    <div class="table-frame" tabindex="0" role="group" aria-label=${words.label}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">${words.axis}</th>
            ${series.map(({label}) => html`<th scope="col" class="numeric">${label}</th>`)}
            ${isSummed ? html`<th scope="col" class="numeric">${words.sum}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${(axis === 'time' ? order.toReversed() : order).map((index) => {
            const values = series.map(({values}) => values[index] ?? 0);
            return html`
              <tr>
                <th scope="row">${places[index]?.full}</th>
                ${values.map((value) => html`<td class="numeric">${words.number(value)}</td>`)}
                ${
                  isSummed
                    ? html`<td class="numeric">${words.number(values.reduce((sum, value) => sum + value, 0))}</td>`
                    : nothing
                }
              </tr>
            `;
          })}
        </tbody>
      </table>
    </div>
  `;
}
