import type {Host} from '@openchoreo/portal-contract';
import {createObserverClient} from '../data/observer-client.ts';
import {createOpenChoreoClient} from '../data/openchoreo-client.ts';
import {createPortalClient} from '../data/portal-client.ts';
import type {SendRequest} from '../data/request.ts';

/** The APIs in the name of a module, and of the command that runs: both are in the audit record of what is changed. */
export function createClients(
  send: SendRequest,
  module: {readonly id: string; readonly version: string},
  command?: string,
): Pick<Host, 'api' | 'observer' | 'portal'> {
  const headers = {
    'x-portal-module': `${module.id}@${module.version}`,
    ...(command !== undefined && {'x-portal-command': command}),
  };
  return {
    api: createOpenChoreoClient(send, headers),
    observer: createObserverClient(send, headers),
    portal: createPortalClient(send, headers),
  };
}
