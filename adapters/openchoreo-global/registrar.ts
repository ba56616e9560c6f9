import {PortalError, type Dispose} from '@openchoreo/portal-contract';
import {readRegistered, type Registered} from './read-registered.ts';

declare global {
  interface Window {
    /** What was registered, by id, as it was given: older consumers read it. */
    __openChoreoModules?: Record<string, unknown>;
  }
}

/** Takes what one consumer registers: once, in time, and in a shape that makes a module. */
export interface Registrar {
  /** Throws what is wrong with it; the module has failed then. */
  register(given: unknown): void;
  /** What was registered. Rejects with what was wrong, or when nothing was registered for so long. */
  wait(milliseconds: number): Promise<Registered>;
  /** Puts it into `window.__openChoreoModules` until that is undone. */
  mirror(): Dispose;
  /** Why the module has failed. */
  readonly fault: PortalError | undefined;
}

export function createRegistrar(id: string): Registrar {
  let resolve: (registered: Registered) => void = () => {};
  let reject: (error: PortalError) => void = () => {};
  const promise = new Promise<Registered>((...settle) => ([resolve, reject] = settle));
  // Whether anybody waits is not known when it is rejected.
  promise.catch(() => {});
  let given: unknown;
  let isSettled = false;
  let fault: PortalError | undefined;

  function fail(error: PortalError): PortalError {
    isSettled = true;
    fault ??= error;
    reject(error);
    return error;
  }

  return {
    get fault() {
      return fault;
    },
    register(module) {
      if (isSettled) {
        const found = fault ? 'registerModule called too late' : 'registerModule called twice';
        throw fail(new PortalError('REGISTRATION_INVALID', [id, `(root): found ${found}, expected one call`]));
      }
      try {
        resolve(readRegistered(module, id));
        isSettled = true;
        given = module;
      } catch (error) {
        throw fail(error as PortalError);
      }
    },
    wait(milliseconds) {
      const timer = setTimeout(() => {
        if (!isSettled) fail(new PortalError('REGISTRATION_MISSING', [id]));
      }, milliseconds);
      return promise
        .finally(() => clearTimeout(timer))
        .then((found) => {
          if (fault) throw fault;
          return found;
        });
    },
    mirror() {
      window.__openChoreoModules = {...window.__openChoreoModules, [id]: given};
      return () => {
        const others = Object.entries(window.__openChoreoModules ?? {}).filter(([other]) => other !== id);
        window.__openChoreoModules = Object.fromEntries(others);
      };
    },
  };
}
