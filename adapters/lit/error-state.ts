import {PortalError, type Messages} from '@openchoreo/portal-contract';
import {html, nothing, type TemplateResult} from 'lit';
import {icon} from './icon.ts';
import {triangleAlert} from './triangle-alert.ts';

/**
 * Says what did not work, with a way to try again. Announced when it appears. Needs `stateStyles` and `buttonStyles`.
 *
 * `text` is the sentence for people; what `messages` say of the error stands below it with its code, behind a disclosure
 * when `details` gives that a label.
 */
export function errorState(parts: {
  readonly error: unknown;
  readonly messages: Pick<Messages, 'error'>;
  readonly text: string;
  readonly retry: () => void;
  readonly retryLabel: string;
  readonly details?: string;
}): TemplateResult {
  const cause = toCause(parts.error, parts.messages);
  return html`
    <div class="state failed" role="alert">
      <span class="state-icon">${icon(triangleAlert, {size: 20})}</span>
      <p class="state-title">${parts.text}</p>
      ${cause && !parts.details ? html`<p class="state-text">${cause}</p>` : nothing}
      <div class="state-actions">
        <button class="button" type="button" @click=${() => parts.retry()}>${parts.retryLabel}</button>
      </div>
      ${
        cause && parts.details
          ? html`<details>
              <summary>${parts.details}</summary>
              <pre>${cause}</pre>
            </details>`
          : nothing
      }
    </div>
  `;
}

function toCause(error: unknown, messages: Pick<Messages, 'error'>): string {
  if (error instanceof PortalError) return `${messages.error(error)} (${error.code})`;
  return error instanceof Error ? error.message : '';
}
