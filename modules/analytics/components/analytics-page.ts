import type {Scope} from '@openchoreo/portal-contract';
import {emptyState, LocationController, StoreController, uiStyles} from '@openchoreo/portal-lit';
import {type CSSResultGroup, html, type TemplateResult} from 'lit';
import Layers from 'lucide/dist/esm/icons/layers.mjs';
import type {FactSource} from '../services/fact-queries.ts';
import {type AnalyticsSettings, toSettings} from '../utils/settings.ts';
import {AnalyticsElement} from './analytics-element.ts';
import {printStyles} from './print-styles.ts';

/** Base of the pages: their figures are of one namespace, and they ask for one where none is chosen. */
export abstract class AnalyticsPage extends AnalyticsElement {
  static override styles: CSSResultGroup = [...uiStyles, printStyles];

  protected readonly location = new LocationController(this);
  readonly #range = new StoreController(this, () => this.host.settings.watch('range'));
  readonly #refresh = new StoreController(this, () => this.host.settings.watch('refresh'));
  readonly #selection = new StoreController(this, () => this.host.state.selection);

  protected abstract renderPage(): TemplateResult;

  /** The chosen namespace and project: figures are not of a single component or environment. */
  protected get scope(): Scope {
    const {namespace, project} = this.#selection.value;
    return {...(namespace && {namespace}), ...(project && {project})};
  }

  /** What the person wants where an address says nothing. */
  protected get settings(): AnalyticsSettings {
    return toSettings(this.#range.value, this.#refresh.value);
  }

  protected get source(): FactSource {
    return {api: this.host.api, scope: this.scope, refetchInterval: this.settings.refetchInterval};
  }

  /** The query for the scope; undefined, which asks nothing, while there is no namespace. */
  protected ifNamespace<Q>(toQuery: (source: FactSource) => Q): Q | undefined {
    return this.scope.namespace ? toQuery(this.source) : undefined;
  }

  protected override render(): TemplateResult {
    if (this.scope.namespace) return html`<div class="page">${this.renderPage()}</div>`;
    return html`
      <div class="page">
        ${emptyState({
          icon: Layers,
          title: this.text('namespace.title'),
          text: this.text('namespace.text'),
          action: html`<a class="button primary" href=${this.host.navigation.href('/')}
            >${this.text('namespace.action')}</a
          >`,
        })}
      </div>
    `;
  }
}
