import {
  baseStyles,
  buttonStyles,
  errorState,
  hostContext,
  queryClientContext,
  stateStyles,
} from '@openchoreo/portal-lit';
import {PortalError, type Host, type Messages} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';
import {LitElement, css, html, type CSSResult, type TemplateResult} from 'lit';
import {toPortalError} from '../errors/to-portal-error.ts';
import {captureErrors} from './capture-errors.ts';
import {nextTask} from './next-task.ts';
import {lendHosts} from './lend-host.ts';
import {provideContext} from './provide-context.ts';
import {watchUpdates} from './watch-updates.ts';

type BoundaryState =
  | {readonly status: 'idle'}
  | {readonly status: 'loading'}
  | {readonly status: 'shown'}
  | {readonly status: 'failed'; readonly error: PortalError};

/** What a boundary shows: the module's host and the tag of an element that is defined by then. */
export interface BoundaryContent {
  readonly host: Host;
  readonly tag: string;
}

/**
 * `<portal-boundary>`: a module's part of the page. It gives the elements inside their contexts and keeps what they
 * throw from spreading: in place of a part that failed stands what happened, with a way to try again.
 *
 * With `load` it fills itself when it enters the page (cards). Without, the router fills it (pages), and a failure is
 * told to `onFailure` only.
 */
export class PortalBoundary extends LitElement {
  static override properties = {state: {state: true}};
  static override styles: CSSResult[] = [
    baseStyles,
    buttonStyles,
    stateStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      :host([page]) {
        display: contents;
      }
    `,
  ];

  messages: Messages | undefined;
  queryClient: QueryClient | undefined;
  /** What the part is called in errors. */
  name = '';
  /** Whose part it is. */
  module = '';
  load: (() => Promise<BoundaryContent>) | undefined;
  /** Called before the part is loaded again because somebody asked for it. */
  onRetry: (() => void) | undefined;
  /** Called with the part's element before it enters the page. */
  prepare: ((element: HTMLElement) => void) | undefined;
  onFailure: ((error: PortalError) => void) | undefined;
  /** The host of another module that is active: for what it lends to the one that is shown here. */
  hostOf: ((module: string) => Host | undefined) | undefined;

  declare private state: BoundaryState;
  #host: {set(host: Host): void} | undefined;

  constructor() {
    super();
    this.state = {status: 'idle'};
  }

  /** The host every element inside gets; once it is set, a new one replaces it. */
  provide(host: Host): void {
    this.module = host.module.id;
    if (this.#host) {
      this.#host.set(host);
      return;
    }
    lendHosts(this, (id) => (id === this.module ? undefined : this.hostOf?.(id)));
    this.#host = provideContext(this, hostContext, host);
    if (this.queryClient) provideContext(this, queryClientContext, this.queryClient);
  }

  /** Puts the part's failure in its place. */
  fail(cause: unknown): void {
    const error = toPortalError(cause, () => new PortalError('RENDER_FAILED', [this.name], {cause}));
    this.state = {status: 'failed', error};
    if (this.load) {
      this.replaceChildren();
      // Who waits for what is inside need not wait any longer.
      this.dispatchEvent(new CustomEvent('portal-card-ready', {bubbles: true, composed: true}));
    }
    this.onFailure?.(error);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.state.status === 'idle' && this.load) void this.#fill(this.load);
  }

  protected override render(): TemplateResult {
    if (this.state.status !== 'failed' || !this.load || !this.messages) return html`<slot></slot>`;
    const {load, messages} = this;
    return errorState({
      error: this.state.error,
      messages,
      text: messages.text('page.failed.part', {name: this.name}),
      retry: () => {
        this.onRetry?.();
        void this.#fill(load);
      },
      retryLabel: messages.text('page.failed.retry'),
      details: messages.text('page.failed.details'),
    });
  }

  async #fill(load: () => Promise<BoundaryContent>): Promise<void> {
    this.state = {status: 'loading'};
    try {
      const {host, tag} = await load();
      // Many parts in one task would hold up a slow machine.
      await nextTask();
      this.provide(host);
      // What the element throws now or while it updates finds the state changed already, and changes it.
      this.state = {status: 'shown'};
      const thrown = captureErrors(() => {
        const element = document.createElement(tag);
        watchUpdates(element, (error) => this.fail(error));
        this.prepare?.(element);
        this.replaceChildren(element);
      });
      if (thrown) this.fail(thrown.error);
    } catch (error) {
      this.fail(error);
    }
  }
}
