import type {ReactiveController, ReactiveControllerHost} from 'lit';

const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/**
 * Tells an element that draws with colours of its own (a canvas) to read them again: when the portal's theme or what
 * the system prefers has changed, and around printing, for which the element bears the attribute `printing`.
 */
export class ThemeWatch implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #onChange: () => void;
  #stop: AbortController | undefined;
  #observer: MutationObserver | undefined;

  constructor(element: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.#element = element;
    this.#onChange = onChange;
    element.addController(this);
  }

  hostConnected(): void {
    this.#stop = new AbortController();
    const {signal} = this.#stop;
    for (const query of QUERIES) matchMedia(query).addEventListener('change', () => this.#onChange(), {signal});
    const print = (isPrinting: boolean): void => {
      this.#element.toggleAttribute('printing', isPrinting);
      this.#onChange();
    };
    addEventListener('beforeprint', () => print(true), {signal});
    addEventListener('afterprint', () => print(false), {signal});
    this.#observer = new MutationObserver(() => this.#onChange());
    this.#observer.observe(document.documentElement, {attributeFilter: ['data-theme']});
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#observer?.disconnect();
  }
}
