import {ContextProvider} from '@lit/context';
import {baseStyles, queryClientContext} from '@openchoreo/portal-lit';
import {css, html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {query} from 'lit/decorators.js';
import type {PageState, ShellServices} from '../services.ts';
import {followDocument} from './follow-document.ts';
import {PortalBanners} from './portal-banners.ts';
import {PortalBreadcrumbs} from './portal-breadcrumbs.ts';
import {PortalConfirm} from './portal-confirm.ts';
import {PortalPageState} from './portal-page-state.ts';
import {PortalProgress} from './portal-progress.ts';
import {PortalSidebar} from './portal-sidebar.ts';
import {PortalToasts} from './portal-toasts.ts';
import {PortalTopBar} from './portal-top-bar.ts';
import {shellContext} from './shell-context.ts';

/**
 * The frame around every page. It takes the boxes of the skeleton it finds in the page, and leaves the outlet in the
 * document, where modules and foreign style sheets reach it. Renders once `services` is set, which happens once.
 */
export class PortalApp extends LitElement {
  static dependencies: Record<string, CustomElementConstructor> = {
    'portal-banners': PortalBanners,
    'portal-breadcrumbs': PortalBreadcrumbs,
    'portal-confirm': PortalConfirm,
    'portal-page-state': PortalPageState,
    'portal-progress': PortalProgress,
    'portal-sidebar': PortalSidebar,
    'portal-toasts': PortalToasts,
    'portal-top-bar': PortalTopBar,
  };

  static override styles = [
    baseStyles,
    css`
      .main {
        display: flex;
        grid-area: main;
        flex-direction: column;
        min-width: 0;
      }

      ::slotted(main) {
        flex: 1;
      }
    `,
  ];

  @query('portal-sidebar') private readonly sidebar!: PortalSidebar | null;

  readonly #shell = new ContextProvider(this, {context: shellContext});
  readonly #queries = new ContextProvider(this, {context: queryClientContext});
  #services: ShellServices | undefined;
  /** The last state that had something to show: loading keeps what is there. */
  #settled: PageState | undefined;
  #stops: (() => void)[] = [];

  set services(services: ShellServices) {
    this.#services = services;
    this.#shell.setValue(services);
    this.#queries.setValue(services.queryClient);
    if (this.isConnected) this.#follow();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops.splice(0)) stop();
  }

  protected override shouldUpdate(): boolean {
    return this.#services !== undefined;
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.#replaceSkeleton();
  }

  protected override render(): TemplateResult {
    const shown = this.#settled?.status === 'shown' ? this.#settled : undefined;
    const layout = shown?.layout ?? 'default';
    return html`
      <slot name="skeleton"></slot>
      <portal-progress></portal-progress>
      <portal-top-bar @portal-open-menu=${() => this.sidebar?.open()}></portal-top-bar>
      ${layout === 'minimal' ? nothing : html`<portal-sidebar></portal-sidebar>`}
      <div class="main">
        <portal-banners></portal-banners>
        ${layout === 'default' ? html`<portal-breadcrumbs></portal-breadcrumbs>` : nothing}
        ${this.#isCovered ? html`<portal-page-state></portal-page-state>` : nothing}
        <slot></slot>
      </div>
      <portal-toasts></portal-toasts>
      <portal-confirm></portal-confirm>
    `;
  }

  protected override updated(): void {
    const layout = this.#settled?.status === 'shown' ? this.#settled.layout : 'default';
    if (this.getAttribute('layout') !== layout) this.setAttribute('layout', layout);
    const outlet = this.querySelector<HTMLElement>('#outlet');
    if (outlet) outlet.hidden = this.#isCovered;
  }

  /** Whether the frame shows something in the page's place. */
  get #isCovered(): boolean {
    return this.#settled !== undefined && this.#settled.status !== 'shown';
  }

  #follow(): void {
    const services = this.#services;
    if (services === undefined || this.#stops.length > 0) return;
    this.#stops.push(
      services.page.subscribe((page) => this.#show(page)),
      followDocument(document, services),
      this.#followSkipLink(),
    );
  }

  // The outlet the link names cannot take the focus while it is covered.
  #followSkipLink(): () => void {
    const skipLink = document.querySelector('.skip-link');
    const skip = (event: Event): void => {
      if (!this.#isCovered) return;
      event.preventDefault();
      this.renderRoot.querySelector<PortalPageState>('portal-page-state')?.focusHeading();
    };
    skipLink?.addEventListener('click', skip);
    return () => skipLink?.removeEventListener('click', skip);
  }

  // The skeleton stays over the parts it stands for until they have drawn themselves.
  async #replaceSkeleton(): Promise<void> {
    const parts = this.renderRoot.querySelectorAll<LitElement>('portal-top-bar, portal-sidebar');
    await Promise.all([...parts].map((part) => part.updateComplete));
    for (const skeleton of this.querySelectorAll('[slot=skeleton]')) skeleton.remove();
  }

  #show(page: PageState): void {
    if (page.status !== 'loading') this.#settled = page;
    this.requestUpdate();
  }
}
