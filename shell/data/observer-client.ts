import type {ObserverClient} from '@openchoreo/portal-contract';
import type {SendRequest} from './request.ts';

/** The observer through the gateway. */
export function createObserverClient(send: SendRequest, headers: Readonly<Record<string, string>>): ObserverClient {
  return {request: (path, init) => send('/api/observer' + path, {...init, headers})};
}
