import {type Component, resourceQuery, type Scope} from '@openchoreo/portal-contract';
import {
  errorState,
  factStyles,
  LocationController,
  ModuleElement,
  QueryController,
  skeleton,
  StoreController,
  uiStyles,
} from '@openchoreo/portal-lit';
import {type CSSResultGroup, html, type TemplateResult} from 'lit';
import {detailStyles} from './detail-styles.ts';

/** The part of a query that decides what is shown of it. */
type TabQuery = Pick<QueryController<unknown>, 'status' | 'data' | 'error' | 'refetch'>;

/** Base of a component's own tabs: waits for the component whose page it is, and says what failed. */
export abstract class ComponentTab extends ModuleElement {
  static override styles: CSSResultGroup = [...uiStyles, factStyles, detailStyles];

  protected readonly location = new LocationController(this);
  readonly #selection = new StoreController(this, () => this.host.state.selection);
  readonly #component = new QueryController(this, () => {
    const {namespace} = this.#selection.value;
    const name = this.location.param('component');
    return namespace && name ? resourceQuery(this.host.api, 'components', {namespace}, name) : undefined;
  });

  protected abstract renderComponent(component: Component): TemplateResult;

  protected override render(): TemplateResult {
    const {data} = this.#component;
    return data === undefined ? this.renderWait(this.#component, 'component.error') : this.renderComponent(data);
  }

  /** Of the component; undefined until its project is known. */
  protected get scope(): Scope | undefined {
    const component = this.#component.data;
    const {namespace = '', name = ''} = component?.metadata ?? {};
    return component && {namespace, project: component.spec?.owner.projectName ?? '', component: name};
  }

  /** What stands where the data of a query will be: that it loads, or what failed, with a way to try again. */
  protected renderWait(query: TabQuery, failed: string): TemplateResult {
    if (query.status !== 'error') return html`<div aria-busy="true">${skeleton({rows: 4, columns: 2})}</div>`;
    return errorState({
      error: query.error,
      messages: this.host.messages,
      text: this.text(failed),
      retry: () => void query.refetch(),
      retryLabel: this.text('retry'),
    });
  }

  /** Address of the tab with what is open in it. */
  protected toTab(tab: string, open: Readonly<Record<string, string>> = {}): string {
    const query = Object.entries(open).map(([key, value]) => `&${key}=${encodeURIComponent(value)}`);
    return `/catalog/components/${this.location.param('component')}?tab=components.${tab}${query.join('')}`;
  }
}
