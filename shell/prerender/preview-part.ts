import {hostContext, locationContext, queryClientContext} from '@openchoreo/portal-lit';
import type {Host, RouteLocation} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';
import {html, LitElement, type TemplateResult} from 'lit';
import {provideContext} from '../outlet/provide-context.ts';

/** What the elements inside a part of a drawn page are given. */
export interface PreviewContext {
  readonly host: Host;
  readonly queryClient: QueryClient;
  readonly location: RouteLocation;
}

/** Stands where the browser has a `<portal-boundary>`, and gives the elements inside the same contexts. */
export class PreviewPart extends LitElement {
  static override properties = {context: {attribute: false}};

  declare context: PreviewContext | undefined;

  override connectedCallback(): void {
    if (this.context) {
      provideContext(this, hostContext, this.context.host);
      provideContext(this, queryClientContext, this.context.queryClient);
      provideContext(this, locationContext, this.context.location);
    }
    super.connectedCallback();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
