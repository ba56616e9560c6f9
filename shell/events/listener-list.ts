import type {Dispose} from '@openchoreo/portal-contract';

export type Listener = (payload: never) => void;

interface Registration {
  readonly owner: string;
  /** Taken out when it is undone, so that nobody keeps it alive. */
  listener: Listener | undefined;
}

/**
 * Who listens to one event, in the order they came. Calling copies nothing: who comes during a call is called by the
 * next one, who leaves is not called any more, and the places of those who left are closed when no call is under way.
 */
export class ListenerList {
  #registrations: Registration[] = [];
  #left = 0;
  #calls = 0;

  get isEmpty(): boolean {
    return this.#registrations.length === this.#left;
  }

  /** Adding one listener twice makes two registrations, each with its own undo. */
  add(owner: string, listener: Listener): Dispose {
    const registration: Registration = {owner, listener};
    this.#registrations.push(registration);
    return () => {
      if (!registration.listener) return;
      registration.listener = undefined;
      this.#left += 1;
      this.#close();
    };
  }

  has(owner: string): boolean {
    return this.#registrations.some((one) => one.listener && one.owner === owner);
  }

  call(payload: unknown, isCalled: (owner: string) => boolean, report: (owner: string, error: unknown) => void): void {
    const registrations = this.#registrations;
    const count = registrations.length;
    this.#calls += 1;
    for (let index = 0; index < count; index++) {
      const {owner = '', listener} = registrations[index] ?? {};
      if (!listener || !isCalled(owner)) continue;
      try {
        listener(payload as never);
      } catch (error) {
        report(owner, error);
      }
    }
    this.#calls -= 1;
    this.#close();
  }

  /** Only when half of the places are empty: a thousand that leave one by one must not move a thousand each time. */
  #close(): void {
    if (this.#calls > 0 || this.#left * 2 < this.#registrations.length || this.#left === 0) return;
    this.#registrations = this.#registrations.filter(({listener}) => listener);
    this.#left = 0;
  }
}
