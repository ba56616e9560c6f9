import {emptyState, ModuleElement, StoreController, uiStyles} from '@openchoreo/portal-lit';
import type {Scope} from '@openchoreo/portal-contract';
import {type CSSResultGroup, html, type TemplateResult} from 'lit';
import Layers from 'lucide/dist/esm/icons/layers.mjs';
import type config from '../module.config.ts';

/** Base of the pages: they show what is in one namespace, and ask for one where none is chosen. */
export abstract class NamespacePage extends ModuleElement<typeof config> {
  static override styles: CSSResultGroup = uiStyles;

  readonly #selection = new StoreController(this, () => this.host.state.selection);

  protected abstract renderPage(namespace: string): TemplateResult;

  protected get selection(): Scope {
    return this.#selection.value;
  }

  protected override render(): TemplateResult {
    const {namespace} = this.selection;
    if (namespace) return html`<div class="page">${this.renderPage(namespace)}</div>`;
    return html`<div class="page">
      ${emptyState({
        icon: Layers,
        title: this.text('namespace.title'),
        text: this.text('namespace.text'),
        action: html`<a class="button primary" href=${this.host.navigation.href('/')}
          >${this.text('namespace.action')}</a
        >`,
      })}
    </div>`;
  }
}
