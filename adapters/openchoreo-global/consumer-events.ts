import type {Dispose, Host} from '@openchoreo/portal-contract';

export interface ConsumerEvents {
  emit(name: string, payload?: unknown): void;
  on(name: string, listener: (payload: unknown) => void): Dispose;
}

/** The portal's event bus by the names consumers use: one without a module in it is the consumer's own. */
export function createConsumerEvents(host: () => Host): ConsumerEvents {
  const bus = (): {
    emit(name: string, payload: unknown): void;
    on(name: string, listener: (payload: unknown) => void): Dispose;
  } => host().events;
  const toName = (name: string): string => (name.includes(':') ? name : `${host().module.id}:${name}`);

  return {
    emit: (name, payload) => bus().emit(toName(name), payload),
    on: (name, listener) => bus().on(toName(name), listener),
  };
}
