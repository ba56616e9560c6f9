import type {ShellEventBus} from './event-bus.ts';

/** The bus for one module, calling back for each event one of its listeners is told of. */
export function countHandled(bus: ShellEventBus, onHandled: () => void): ShellEventBus {
  return {
    ...bus,
    onAs: (owner, name, listener) =>
      bus.onAs(owner, name, (payload) => {
        onHandled();
        listener(payload);
      }),
  };
}
