import type {Dispose, Scope} from '@openchoreo/portal-contract';
import {baseStyles, PortalTime, StoreController} from '@openchoreo/portal-lit';
import {css, html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {DataUpdated} from '../types/events.ts';
import {AnalyticsElement} from './analytics-element.ts';

/**
 * When the figures of a scope were read from the platform. It asks nothing itself: it knows from the module's store, and
 * speaks up when `analytics:data-updated` says that there are new ones, for those who do not see numbers change.
 */
export class Freshness extends AnalyticsElement {
  static override dependencies = {'portal-time': PortalTime};
  static override styles = [
    baseStyles,
    css`
      :host {
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
      }
    `,
  ];

  @property({attribute: false}) scope: Scope = {};
  @state() private isUpdated = false;

  readonly #store = new StoreController(this, () => this.host.stores.get('analytics'));
  #hasHeard = false;
  #stop: Dispose | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.host.events.on('analytics:data-updated', (data: DataUpdated) => this.#hear(data));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override render(): TemplateResult {
    const {namespace = '', project} = this.scope;
    const readAt = this.#store.value.answered[project ? `${namespace}/${project}` : namespace];
    return html`
      ${
        readAt === undefined
          ? nothing
          : html`${this.text('data.read')} <portal-time datetime=${new Date(readAt).toISOString()}></portal-time>`
      }
      <span class="visually-hidden" role="status">${this.isUpdated ? this.text('data.updated') : nothing}</span>
    `;
  }

  /** The first answer is what people came for; what follows is news. */
  #hear({namespace, project}: DataUpdated): void {
    if (namespace !== this.scope.namespace || project !== this.scope.project) return;
    this.isUpdated = this.#hasHeard;
    this.#hasHeard = true;
  }
}
