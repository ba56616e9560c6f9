import {CONTEXT_KEYS, DisposableStack, type Host, type RouteLocation} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';
import {createElement, type ComponentType, type ReactNode} from 'react';
import {createRoot, type Root} from 'react-dom/client';
import {createAskedPermissions} from './asked-permissions.ts';
import {readAttribute, toPropName, type AttributeKind} from './element-options.ts';
import {followContext} from './follow-context.ts';
import type {PortalValue} from './portal-context.ts';
import {PortalRoot} from './portal-root.tsx';
import {toRootError} from './to-root-error.ts';

type Props = Record<string, unknown>;

/** What the elements of one class show. */
export interface ElementDefinition {
  readonly component: ComponentType<Props>;
  readonly attributes: ReadonlyMap<string, AttributeKind>;
  /** Props that are properties of the element, those of attributes included. */
  readonly properties: readonly string[];
  /** Names of events by the callback that fires them. */
  readonly events: ReadonlyMap<string, string>;
  readonly slots: readonly string[];
  readonly shadow: boolean;
  readonly styles: readonly CSSStyleSheet[];
}

const NOWHERE: RouteLocation = {path: '/', params: {}, query: new URLSearchParams()};

/**
 * An element with a React root of its own. It renders once it stands where somebody provides a host, and keeps its state
 * while it is moved within one task; removed, it unmounts in the next one.
 *
 * @fires portal-failure - What the component threw while it rendered or in an effect, as `detail`. Nothing is shown then.
 * @fires portal-card-ready - The component's own content is in the page.
 */
export class ReactElement extends HTMLElement {
  static readonly definition: ElementDefinition;

  readonly #definition: ElementDefinition;
  readonly #callbacks: Props;
  readonly #container: ShadowRoot | HTMLElement;
  readonly #props: Props = {};
  readonly #waiting = new Set<() => void>();
  #connection = new DisposableStack();
  #root: Root | undefined;
  #host: Host | undefined;
  #queryClient: QueryClient | undefined;
  #location = NOWHERE;
  #value: PortalValue | undefined;
  #content: ReactNode;
  #isScheduled = false;
  #isDrawn = false;
  #isShown = false;
  #tellsReady = true;

  constructor() {
    super();
    this.#definition = (this.constructor as typeof ReactElement).definition;
    const {events, shadow, styles} = this.#definition;
    this.#callbacks = Object.fromEntries([...events].map(([name, event]) => [name, this.#toCallback(event)]));
    this.#container = shadow ? this.attachShadow({mode: 'open'}) : document.createElement('div');
    if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [...styles];
  }

  /** Resolves when what was set is in the page, or will not be: something stands there, though it may stand in for more. */
  get updateComplete(): Promise<boolean> {
    if (this.#isDrawn || !this.#host || !this.isConnected) return Promise.resolve(true);
    return new Promise((resolve) => this.#waiting.add(() => resolve(true)));
  }

  getProp(name: string): unknown {
    return this.#props[name];
  }

  /** `undefined` takes the prop away, so that the component's own default holds. */
  setProp(name: string, value: unknown): void {
    if (Object.is(this.#props[name], value)) return;
    if (value === undefined) Reflect.deleteProperty(this.#props, name);
    else this.#props[name] = value;
    this.#content = undefined;
    this.#schedule();
  }

  attributeChangedCallback(name: string, _before: string | null, text: string | null): void {
    const kind = this.#definition.attributes.get(name);
    if (kind !== undefined) this.setProp(toPropName(name), readAttribute(text, kind));
  }

  connectedCallback(): void {
    this.#takeEarlyProperties();
    const connection = new DisposableStack();
    this.#connection = connection;
    const follow = <T,>(key: symbol, take: (value: T) => void): void => {
      connection.defer(
        followContext<T>(this, key, (value) => {
          take(value);
          this.#value = undefined;
          this.#schedule();
        }),
      );
    };
    follow<QueryClient>(CONTEXT_KEYS.queryClient, (client) => (this.#queryClient = client));
    follow<RouteLocation>(CONTEXT_KEYS.location, (location) => (this.#location = location));
    follow<Host>(CONTEXT_KEYS.host, (host) => (this.#host = host));
    this.#value = undefined;
    this.#schedule();
  }

  disconnectedCallback(): void {
    this.#connection.dispose();
    setTimeout(() => {
      if (!this.isConnected) this.#unmount();
    });
  }

  /** Properties that were set before the class was defined stand in the way of its accessors. */
  #takeEarlyProperties(): void {
    for (const name of this.#definition.properties) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      this.setProp(name, value);
    }
  }

  #toCallback(event: string): (detail?: unknown) => boolean {
    return (detail) =>
      this.dispatchEvent(new CustomEvent(event, {detail, bubbles: true, composed: true, cancelable: true}));
  }

  /** Once for all that changes in one go. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#isDrawn = false;
    queueMicrotask(() => {
      this.#isScheduled = false;
      if (this.isConnected) this.#render();
    });
  }

  #render(): void {
    if (!this.#host || !this.#queryClient) return;
    this.#value ??= this.#toValue(this.#host);
    this.#content ??= this.#toContent();
    this.#root ??= this.#createRoot(this.#host);
    this.#root.render(
      <PortalRoot value={this.#value} queryClient={this.#queryClient} onDrawn={this.#drawn} onShown={this.#shown}>
        {this.#content}
      </PortalRoot>,
    );
  }

  #createRoot({log}: Host): Root {
    const container = this.#container;
    // Whoever holds the element may take its children away, as the router does: not those that React counts on.
    if (container instanceof HTMLElement) {
      container.style.display = 'contents';
      this.append(container);
    }
    return createRoot(container, {
      onUncaughtError: (error) => this.#fail(error),
      onCaughtError: (error) => log.warn('Caught:', error),
      onRecoverableError: (error) => log.warn('Recovered:', error),
    });
  }

  #toValue(host: Host): PortalValue {
    const root = this.getRootNode();
    const permissions = createAskedPermissions(host, () => {
      if (this.#value) this.#value = {...this.#value};
      this.#schedule();
    });
    this.#connection.defer(permissions.stop);
    return {
      host,
      location: this.#location,
      element: this,
      root: this.shadowRoot ?? (root instanceof ShadowRoot ? root : document),
      permissions,
      claimReady: () => void (this.#tellsReady = false),
    };
  }

  #toContent(): ReactNode {
    const {component, shadow, slots} = this.#definition;
    const slotted = Object.fromEntries(slots.map((name) => [toPropName(name), <slot key={name} name={name} />]));
    const children = shadow && {children: <slot />};
    return createElement(component, {...children, ...slotted, ...this.#callbacks, ...this.#props});
  }

  readonly #drawn = (): void => {
    this.#isDrawn = true;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  };

  readonly #shown = (): void => {
    if (this.#isShown) return;
    this.#isShown = true;
    if (this.#tellsReady) this.dispatchEvent(new CustomEvent('portal-card-ready', {bubbles: true, composed: true}));
  };

  #fail(thrown: unknown): void {
    const error = toRootError(thrown, this.#host?.module.id ?? this.localName);
    this.#drawn();
    // What it throws while it goes is no failure of what is in its place by now.
    if (!this.isConnected) return this.#host?.log.error('Failed while it was unmounted:', error);
    const isHandled = !this.dispatchEvent(
      new CustomEvent('portal-failure', {detail: error, bubbles: true, composed: true, cancelable: true}),
    );
    if (!isHandled) reportError(error);
  }

  #unmount(): void {
    this.#root?.unmount();
    if (this.#container instanceof HTMLElement) this.#container.remove();
    this.#root = undefined;
    this.#value = undefined;
    this.#host = undefined;
    this.#queryClient = undefined;
    this.#location = NOWHERE;
    this.#tellsReady = true;
    this.#isShown = false;
    this.#drawn();
    this.#isDrawn = false;
  }
}
