import {type Component, listQuery} from '@openchoreo/portal-contract';
import {badgeStyles, emptyState, QueryController} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import Box from 'lucide/dist/esm/icons/box.mjs';
import {countByStatus} from '../utils/count-by-status.ts';
import {CardElement} from './card-element.ts';
import {statusBar, statusBarStyles} from './status-bar.ts';

/** How many components there are, and how many of them are in which state. */
export class ComponentCountCard extends CardElement {
  static override styles = [
    CardElement.styles,
    badgeStyles,
    statusBarStyles,
    css`
      .total {
        display: flex;
        align-items: baseline;
        gap: 8px;
        color: var(--portal-color-text-muted);
      }
      .total strong {
        color: var(--portal-color-text);
        font-size: 32px;
        font-weight: 600;
        line-height: 40px;
        letter-spacing: -0.02em;
        font-variant-numeric: tabular-nums;
      }
      .bar {
        height: 8px;
        margin: 8px 0 12px;
      }
      ul {
        margin: 0;
      }
      li a {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 28px;
        color: inherit;
        font-size: var(--portal-text-small);
      }
      li a span:last-child {
        margin-inline-start: auto;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  readonly #components = new QueryController(this, () => listQuery(this.host.api, 'components', this.scope));
  protected override readonly queries = [this.#components];

  protected override renderData(): TemplateResult {
    const components: readonly Component[] = this.#components.data ?? [];
    const {messages, navigation} = this.host;
    if (components.length === 0) {
      return emptyState({
        icon: Box,
        title: this.text('list.none.title'),
        action: html`<a class="button small" href=${navigation.href('/catalog/create-component')}
          >${this.text('component.create.action')}</a
        >`,
      });
    }
    const counts = countByStatus(components);
    return html`
      <p class="total"><strong>${messages.number(components.length)}</strong>${this.text('card.components.unit')}</p>
      ${statusBar(counts)}
      <ul>
        ${counts.map(
          ({key, tone, count}) => html`
            <li>
              <a href=${navigation.href(`/catalog/components?status=${key.replace('status.', '')}`)}>
                <span class="dot ${tone}"></span><span>${this.text(key)}</span><span>${messages.number(count)}</span>
              </a>
            </li>
          `,
        )}
      </ul>
    `;
  }
}
