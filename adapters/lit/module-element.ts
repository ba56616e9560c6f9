import {ContextConsumer} from '@lit/context';
import type {Dispose, Host, ModuleConfig} from '@openchoreo/portal-contract';
import {LitElement} from 'lit';
import {hostContext} from './contexts.ts';

/**
 * Base of a module's elements. The element renders once it stands inside the portal, and again when the language
 * changes. Subclasses that override `connectedCallback` or `disconnectedCallback` call the base first.
 * `ModuleElement<typeof config>` has the host of the module with that config.
 */
export class ModuleElement<M extends ModuleConfig = ModuleConfig> extends LitElement {
  /** Id of the module it is of: said by elements that other modules import, which then have their own module's host there. */
  static module: string | undefined;
  /** The elements the templates use, by tag: whoever defines this class defines them with it. */
  static dependencies: Record<string, CustomElementConstructor> = {};

  readonly #host = new ContextConsumer(this, {
    context: hostContext,
    callback: () => this.#follow(),
    subscribe: true,
  });
  #stop: Dispose | undefined;

  /** What the module may use. There from `connectedCallback` on; a `TypeError` before that or outside the portal. */
  protected get host(): Host<M> {
    if (this.#host.value === undefined) throw new TypeError(`<${this.localName}> has no host: it is not in the portal`);
    // The context carries the host of whichever module the element stands in: that of the class, says its author.
    return this.#host.value as unknown as Host<M>;
  }

  /** The message of the module's catalogue in the user's language. */
  protected text(key: string, values?: Readonly<Record<string, unknown>>): string {
    return this.host.messages.text(key, values);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#stop = undefined;
  }

  protected override shouldUpdate(): boolean {
    return this.#host.value !== undefined;
  }

  #follow(): void {
    this.#stop?.();
    this.#stop = this.host.messages.onChange(() => this.requestUpdate());
  }
}
