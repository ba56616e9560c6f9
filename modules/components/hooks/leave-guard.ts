import type {Dispose, Host} from '@openchoreo/portal-contract';
import {hostContext} from '@openchoreo/portal-lit';
import {ContextConsumer} from '@lit/context';
import type {LitElement, ReactiveController} from 'lit';

/** Asks before the page is left while there is something unsaved, as long as the page is shown. */
export class LeaveGuard implements ReactiveController {
  readonly #host;
  readonly #isDirty: () => boolean;
  #stop: Dispose | undefined;

  constructor(page: LitElement, isDirty: () => boolean) {
    this.#isDirty = isDirty;
    this.#host = new ContextConsumer(page, {context: hostContext, callback: (host) => this.#start(host)});
    page.addController(this);
  }

  hostConnected(): void {
    if (this.#host.value) this.#start(this.#host.value);
  }

  hostDisconnected(): void {
    this.release();
  }

  /** What was unsaved is saved: the page may be left. */
  release(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #start(host: Host): void {
    this.release();
    this.#stop = host.navigation.guard(this.#isDirty);
  }
}
