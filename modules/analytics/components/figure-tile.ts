import {icon} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import ArrowDownRight from 'lucide/dist/esm/icons/arrow-down-right.mjs';
import ArrowRight from 'lucide/dist/esm/icons/arrow-right.mjs';
import ArrowUpRight from 'lucide/dist/esm/icons/arrow-up-right.mjs';

export interface FigureTile {
  readonly label: string;
  /** Undefined while it is on its way. */
  readonly value: string | TemplateResult | undefined;
  /** What changed, in words, and in which direction. */
  readonly change?: {readonly text: string; readonly direction: 'up' | 'down' | 'none'} | undefined;
  /** What else is to be said. */
  readonly note?: string | undefined;
  readonly href?: string | undefined;
}

const ARROWS = {up: ArrowUpRight, down: ArrowDownRight, none: ArrowRight} as const;

/** One number, large, with what changed about it. Needs `figureTileStyles`, `cardStyles` and `stateStyles`. */
export function figureTile({label, value, change, note, href}: FigureTile): TemplateResult {
  const name = href ? html`<a href=${href}>${label}</a>` : label;
  return html`
    <div class="card tile">
      <dt>${name}</dt>
      ${
        value === undefined
          ? html`<dd aria-busy="true"><span class="bone"></span></dd>`
          : html`
              <dd>
                <strong>${value}</strong>
                ${
                  change
                    ? html`<span class="change ${change.direction}">
                        ${icon(ARROWS[change.direction], {size: 14})}${change.text}
                      </span>`
                    : nothing
                }
                ${note ? html`<span class="note">${note}</span>` : nothing}
              </dd>
            `
      }
    </div>
  `;
}

/** `.tiles` around them: as many beside each other as fit, two on a phone, where the last of an odd number has a row of its own. */
export const figureTileStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 42%), 1fr));
    gap: 16px;
  }
  .tile {
    min-height: 132px;
    padding: 12px 16px;
  }
  .tile dt {
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
  }
  .tile dt a {
    color: inherit;
  }
  .tile dd {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 2px;
  }
  .tile strong {
    font-size: 28px;
    font-weight: 600;
    line-height: 40px;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .tile .change,
  .tile .note {
    color: var(--portal-color-text-muted);
    font-size: var(--portal-text-small);
  }
  .tile .change {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .tile .change.up .icon {
    color: var(--portal-color-success);
  }
  .tile .change.down .icon {
    color: var(--portal-color-warning);
  }
  .tile .bone {
    width: 96px;
    height: 32px;
    margin: 6px 0;
  }
  @media (width < 768px) {
    .tile {
      min-height: 148px;
    }
    .tile:last-child:nth-child(odd) {
      grid-column: 1 / -1;
      min-height: 0;
    }
  }
`;
