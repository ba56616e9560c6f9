import {PortalError} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';
import type {HostServices} from '../host/create-host.ts';

/** What only the shell has: a foreign page has no extension points, no commands and no other modules. */
export const WITHOUT_SHELL: Pick<HostServices, 'contributions' | 'commands' | 'modules'> = {
  contributions: {
    at: () => atom([]),
    createElement({id, point}) {
      throw new PortalError('CONTRIBUTION_INVALID', [id, point, 'it is shown in the portal only']);
    },
  },
  commands: {
    run: (id) => Promise.reject(new PortalError('COMMAND_UNKNOWN', [id, '-'])),
    press: async () => {},
    watch: () => atom(undefined),
  },
  modules: {all: atom([]), explain: () => [], explainParts: async () => [], timeline: () => []},
};
