import type {Explanation, Host, RegistryEntry} from '@openchoreo/portal-contract';
import {StoreController} from '@openchoreo/portal-lit';
import type {ReactiveController} from 'lit';
import type {LitElement} from 'lit';
import type config from '../module.config.ts';

/** What can be shown; the rest of what a module adds is listed with what its manifest says of it. */
const SHOWN: readonly Explanation['kind'][] = ['page', 'navigation', 'contribution', 'subscription', 'store'];

/** Why a module's parts are shown or not in this tab; follows the module, the tab's modules, perspective and selection. */
export class ExplanationController implements ReactiveController {
  readonly #page: LitElement;
  readonly #host: () => Host<typeof config>;
  readonly #entry: () => RegistryEntry | undefined;
  readonly #states;
  readonly #perspective;
  readonly #selection;
  #asked: readonly unknown[] = [];
  #parts: readonly Explanation[] = [];

  constructor(page: LitElement, host: () => Host<typeof config>, entry: () => RegistryEntry | undefined) {
    this.#page = page;
    this.#host = host;
    this.#entry = entry;
    this.#states = new StoreController(page, () => host().modules.all);
    this.#perspective = new StoreController(page, () => host().state.perspective);
    this.#selection = new StoreController(page, () => host().state.selection);
    page.addController(this);
  }

  /** The parts of the module that can be shown, without the module itself. */
  get parts(): readonly Explanation[] {
    return this.#parts;
  }

  hostUpdate(): void {
    if (!this.#page.isConnected) return;
    const entry = this.#entry();
    const asks = [entry, this.#states.value, this.#perspective.value, this.#selection.value];
    if (asks.every((one, index) => one === this.#asked[index])) return;
    this.#asked = asks;
    if (entry) void this.#explain(entry, asks);
  }

  async #explain(entry: RegistryEntry, asks: readonly unknown[]): Promise<void> {
    const all = await this.#host().modules.explainParts(entry);
    if (asks !== this.#asked) return;
    this.#parts = all.filter(({kind}) => SHOWN.includes(kind));
    this.#page.requestUpdate();
  }
}
