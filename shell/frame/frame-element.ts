import {ContextConsumer} from '@lit/context';
import {LitElement} from 'lit';
import type {ShellServices} from '../services.ts';
import {shellContext} from './shell-context.ts';

/** Base of the frame's elements: renders inside `<portal-app>`, and again when the language changes. */
export class FrameElement extends LitElement {
  static dependencies: Record<string, CustomElementConstructor> = {};

  /** Draws itself for the first time in a task of its own: many parts in one task would hold up a slow machine. */
  protected readonly drawsAlone: boolean = false;

  readonly #services = new ContextConsumer(this, {
    context: shellContext,
    callback: () => this.#follow(),
    subscribe: true,
  });
  #stop: (() => void) | undefined;

  /** There from `connectedCallback` on; a `TypeError` before that or outside `<portal-app>`. */
  protected get services(): ShellServices {
    if (this.#services.value === undefined) throw new TypeError(`<${this.localName}> is not inside <portal-app>`);
    return this.#services.value;
  }

  protected text(key: string, values?: Readonly<Record<string, unknown>>): string {
    return this.services.messages.text(key, values);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (this.drawsAlone && !this.hasUpdated) await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }

  protected override shouldUpdate(): boolean {
    return this.#services.value !== undefined;
  }

  #follow(): void {
    this.#stop?.();
    this.#stop = this.services.messages.onChange(() => this.requestUpdate());
  }
}
