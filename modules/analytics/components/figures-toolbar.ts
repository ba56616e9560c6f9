import type {Messages} from '@openchoreo/portal-contract';
import {icon} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import RefreshCw from 'lucide/dist/esm/icons/refresh-cw.mjs';
import type {Range} from '../utils/time-range.ts';
import {rangeChoice} from './range-choice.ts';

export interface FiguresToolbar {
  readonly range: Range;
  /** When the figures were read. */
  readonly freshness: TemplateResult;
  readonly isFetching: boolean;
  readonly choose: (range: Range) => void;
  readonly refresh: () => void;
}

/** The range, when the figures were read, and the way to read them again. Needs `rangeChoiceStyles`. */
export function figuresToolbar(
  {range, freshness, isFetching, choose, refresh}: FiguresToolbar,
  {text}: Pick<Messages, 'text'>,
): TemplateResult {
  return html`
    <div class="toolbar">
      ${rangeChoice(range, {label: text('range.label'), name: (one) => text(`range.${one}`), choose})}
      <span class="spacer"></span>
      ${freshness}
      <button
        class="button icon-only"
        type="button"
        aria-label=${text('data.refresh')}
        title=${text('data.refresh')}
        aria-disabled=${isFetching}
        @click=${refresh}
      >
        ${icon(RefreshCw)}
      </button>
    </div>
  `;
}
