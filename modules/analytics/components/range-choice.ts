import {css, html, type TemplateResult} from 'lit';
import {type Range, RANGES} from '../utils/time-range.ts';

/** The ranges beside each other, one of them pressed. Needs `rangeChoiceStyles`. */
export function rangeChoice(
  chosen: Range,
  words: {
    readonly label: string;
    readonly name: (range: Range) => string;
    readonly choose: (range: Range) => void;
  },
): TemplateResult {
  return html`
    <div class="ranges" role="group" aria-label=${words.label}>
      ${RANGES.map(
        (range) => html`
          <button type="button" aria-pressed=${range === chosen} @click=${() => words.choose(range)}>
            ${words.name(range)}
          </button>
        `,
      )}
    </div>
  `;
}

export const rangeChoiceStyles = css`
  .ranges {
    display: inline-flex;
    max-width: 100%;
    overflow-x: auto;
    padding: 2px;
    border: 1px solid var(--portal-color-border);
    border-radius: var(--portal-radius-small);
    background: var(--portal-color-surface);
    scrollbar-width: none;
  }
  .ranges button {
    flex: none;
    padding: 0 10px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--portal-color-text-muted);
    font: 500 var(--portal-text-small) / 26px var(--portal-font);
    white-space: nowrap;
    cursor: pointer;
  }
  .ranges button:hover {
    color: var(--portal-color-text);
  }
  .ranges button[aria-pressed='true'] {
    background: var(--portal-color-accent-soft);
    color: var(--portal-color-accent);
  }
  .ranges button:focus-visible {
    outline-offset: -2px;
  }
  @media (forced-colors: active) {
    .ranges button[aria-pressed='true'] {
      outline: 2px solid;
      outline-offset: -2px;
    }
  }
  @media (pointer: coarse) {
    .ranges button {
      line-height: 36px;
    }
  }
`;
