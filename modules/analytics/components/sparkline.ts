import {svg, html, type TemplateResult} from 'lit';

/** A line without axes, as wide as its place, over the values' own height. A picture of what stands beside it in words. */
export function sparkline(values: readonly number[]): TemplateResult {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (value: number): number => (high === low ? 10 : 19 - ((value - low) / (high - low)) * 18);
  const points = values.map((value, index) => `${index},${y(value).toFixed(1)}`).join(' ');
  const last = Math.max(values.length - 1, 1);
  return html`
    <svg class="sparkline" viewBox="0 0 ${last} 20" preserveAspectRatio="none" aria-hidden="true">
      ${svg`<polygon points="0,20 ${points} ${last},20"></polygon><polyline points=${points}></polyline>`}
    </svg>
  `;
}
