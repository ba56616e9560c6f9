import {css, html, svg, type TemplateResult} from 'lit';
import type {StatusCount} from '../utils/count-by-status.ts';

/** How many are in which state, as parts of one bar. A picture of what stands beside it in words. Needs `statusBarStyles`. */
export function statusBar(counts: readonly StatusCount[]): TemplateResult {
  const total = counts.reduce((sum, {count}) => sum + count, 0);
  let start = 0;
  return html`
    <svg class="bar" viewBox="0 0 ${Math.max(total, 1)} 1" preserveAspectRatio="none" aria-hidden="true">
      ${counts.map(({tone, count}) => {
        const x = start;
        start += count;
        return svg`<rect class=${tone} x=${x} y="0" width=${count} height="1"></rect>`;
      })}
    </svg>
  `;
}

/** Beside `badgeStyles`, which has the colours. */
export const statusBarStyles = css`
  .bar {
    display: block;
    width: 100%;
    height: 6px;
    border-radius: 3px;
    background: var(--portal-color-hover);
    forced-color-adjust: none;
  }
  rect {
    fill: var(--badge-color, var(--portal-color-text-muted));
    stroke: var(--portal-color-surface);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
`;
