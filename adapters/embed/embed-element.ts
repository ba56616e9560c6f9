import type {Dispose} from '@openchoreo/portal-contract';
import type {Embedder} from './embedder.ts';
import type {GetToken} from './embed-options.ts';
import type {EmbedRuntime} from './embed-runtime.ts';
import {drawView, toView} from './embed-view.ts';

/** A public element of a module, as its manifest names it. */
export interface PublicTag {
  readonly tag: string;
  readonly attributes: readonly string[];
}

/**
 * The class behind a public tag in a foreign page. It holds the module's own element in its shadow root, keeps it told of
 * the attributes, and shows in its place what is the matter. What is inside sees nothing of the page's contexts, and the
 * page nothing of its requests. Removed and put back it goes on with what it had.
 */
export function createEmbedElement(
  embedder: Embedder,
  styles: CSSStyleSheet,
  module: string,
  {tag, attributes}: PublicTag,
): CustomElementConstructor {
  class EmbedElement extends HTMLElement {
    static readonly observedAttributes = attributes;
    /** Whose it is: a second script of the same portal finds its own. */
    static readonly embedder = embedder;

    readonly #root = this.attachShadow({mode: 'open'});
    #stop: Dispose | undefined;
    #shown = '';
    #runtime: EmbedRuntime | undefined;
    #inner: HTMLElement | undefined;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [styles];
      this.#root.addEventListener('context-request', (event) => event.stopPropagation());
    }

    connectedCallback(): void {
      for (const name of ['getToken', ...attributes.map(toProperty)]) upgrade(this, name);
      this.#stop = embedder.join(module, () => this.#show());
      this.#show();
    }

    disconnectedCallback(): void {
      this.#stop?.();
      this.#stop = undefined;
    }

    attributeChangedCallback(name: string): void {
      if (this.#inner) copy(this, this.#inner, name);
    }

    /** As `configure({getToken})`: it is the page's, not this element's alone. */
    set getToken(getToken: GetToken | undefined) {
      embedder.configure({getToken});
    }

    #show(): void {
      const {state, language} = embedder;
      const view = toView(embedder, module, tag);
      const runtime = state.status === 'ready' ? state.runtime : undefined;
      const key = JSON.stringify([view, language]);
      if (view.kind === 'part' ? this.#shown === 'part' && this.#runtime === runtime : this.#shown === key) return;
      this.#inner = undefined;
      this.#runtime = runtime;
      this.#shown = view.kind === 'part' ? 'part' : key;
      if (view.kind !== 'part') this.#root.replaceChildren(drawView(view, language));
      else if (runtime) this.#root.replaceChildren(runtime.createPart(module, tag, (inner) => this.#take(inner)));
    }

    #take(inner: HTMLElement): void {
      this.#inner = inner;
      for (const name of attributes) copy(this, inner, name);
    }
  }

  for (const name of attributes) {
    Object.defineProperty(EmbedElement.prototype, toProperty(name), {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(name) ?? '';
      },
      set(this: HTMLElement, value: string | number | boolean | null | undefined) {
        if (value === null || value === undefined) this.removeAttribute(name);
        else this.setAttribute(name, String(value));
      },
    });
  }
  return EmbedElement;
}

function copy(from: HTMLElement, to: HTMLElement, name: string): void {
  const value = from.getAttribute(name);
  if (value === null) to.removeAttribute(name);
  else to.setAttribute(name, value);
}

/** A property that was set before the class was there hides the class's own. */
function upgrade(element: HTMLElement, name: string): void {
  if (!Object.hasOwn(element, name)) return;
  const properties = element as unknown as Record<string, unknown>;
  const value = properties[name];
  Reflect.deleteProperty(element, name);
  properties[name] = value;
}

function toProperty(attribute: string): string {
  return attribute.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase());
}
