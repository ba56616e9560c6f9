import {css, html, nothing, type TemplateResult} from 'lit';
import type {Tone} from '../types/chart-data.ts';

export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly tone?: Tone;
  readonly href?: string;
}

/** Values with their counts, a bar behind each as long as its share of the longest. Needs `barListStyles`, `toneStyles`. */
export function barList(bars: readonly Bar[], number: (value: number) => string): TemplateResult {
  const most = Math.max(1, ...bars.map(({count}) => count));
  return html`
    <ul class="bars">
      ${bars.map(
        ({label, count, tone = '1', href}) => html`
          <li>
            <span class="bar tone-${tone}" .style=${`width: ${(count / most) * 100}%`}></span>
            <span class="name">${href ? html`<a href=${href}>${label}</a>` : label || nothing}</span>
            <span class="count">${number(count)}</span>
          </li>
        `,
      )}
    </ul>
  `;
}

export const barListStyles = css`
  .bars {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 0;
    list-style: none;
    font-size: var(--portal-text-small);
  }
  .bars li {
    position: relative;
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    padding: 0 8px;
  }
  .bars .bar {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    min-width: 3px;
    border-radius: 4px;
    background: color-mix(in srgb, var(--tone) 16%, transparent);
    border-inline-start: 3px solid var(--tone);
    forced-color-adjust: none;
  }
  .bars .name {
    position: relative;
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bars .name a {
    color: inherit;
  }
  .bars .count {
    position: relative;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
`;
