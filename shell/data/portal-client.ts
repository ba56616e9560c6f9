import type {PortalClient} from '@openchoreo/portal-contract';
import type {SendRequest} from './request.ts';

export function createPortalClient(send: SendRequest, headers: Readonly<Record<string, string>> = {}): PortalClient {
  return {request: (path, init) => send(path, {...init, headers})};
}
