import {ContextConsumer} from '@lit/context';
import type {Dispose, Permission, ReadableStore, Scope} from '@openchoreo/portal-contract';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {hostContext} from './contexts.ts';

export interface PermissionQuestion {
  readonly action: Permission;
  /** Default: the current selection. */
  readonly scope?: Scope | undefined;
}

/**
 * Follows whether the user may do something. The getter is read at every update of the element; with another action or
 * scope the new answer is followed, with `undefined` nothing is asked.
 */
export class PermissionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #question: () => PermissionQuestion | undefined;
  readonly #context;
  #asked: string | undefined;
  #answer: ReadableStore<boolean | undefined> | undefined;
  #stop: Dispose | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, question: () => PermissionQuestion | undefined) {
    this.#host = host;
    this.#question = question;
    this.#context = new ContextConsumer(host, {context: hostContext, subscribe: true});
    host.addController(this);
  }

  /** `undefined` while it is being asked. */
  get allowed(): boolean | undefined {
    return this.#answer?.get();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#asked = undefined;
  }

  hostUpdate(): void {
    const permissions = this.#context.value?.permissions;
    if (permissions === undefined || !this.#host.isConnected) return;
    const question = this.#question();
    const asked = question && JSON.stringify([question.action, question.scope]);
    if (asked === this.#asked) return;
    this.hostDisconnected();
    this.#asked = asked;
    this.#answer = question && permissions.watch(question.action, question.scope);
    this.#stop = this.#answer?.listen(() => this.#host.requestUpdate());
  }
}
