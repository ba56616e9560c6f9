import type {Dispose} from '@openchoreo/portal-contract';
import type {PlatformGate} from './platform-gate.ts';

const PATH = /\/(cluster)?authzrole(binding)?s(\/|$)/;
const KIND = /^(cluster)?authzrole(binding)?s?$/i;

/**
 * Tells whoever remembers permissions that roles or bindings have changed. A platform that tells of changes is listened
 * to; of one that does not, at least what goes through this gateway is noticed.
 */
export class RoleChanges {
  readonly #listeners = new Set<() => void>();
  readonly #isTold: boolean;

  constructor(gate: PlatformGate) {
    this.#isTold = gate.onChange !== undefined;
    gate.onChange?.(({kind}) => {
      if (KIND.test(kind)) this.#tell();
    });
  }

  /** Listeners are called in the order they came: who remembers clears first, who asks anew comes later. */
  listen(listener: () => void): Dispose {
    const own = (): void => listener();
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** To be called after a write to the path went well. */
  notice(path: string): void {
    if (!this.#isTold && PATH.test(path)) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
