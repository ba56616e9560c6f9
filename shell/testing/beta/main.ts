import type {ModuleDefinition} from '@openchoreo/portal-contract';

/** What the hooks did, told through the page that loaded this file. */
export const calls: string[] = [];

export const definition: Pick<ModuleDefinition, 'hooks'> = {
  hooks: {
    onActivate(host) {
      calls.push(`activate ${host.module.id}`);
      host.events.on('portal:composition-changed', () => calls.push('event'));
      host.state.selection.listen(() => calls.push('selection'));
      host.signal.addEventListener('abort', () => calls.push('abort'));
    },
    onDeactivate: (host) => void calls.push(`deactivate ${host.module.id}`),
  },
};

export const throwing: Pick<ModuleDefinition, 'hooks'> = {
  hooks: {
    onActivate(host) {
      host.events.on('portal:composition-changed', () => calls.push('leak'));
      throw new Error('no');
    },
  },
};

export const slow: Pick<ModuleDefinition, 'hooks'> = {
  hooks: {onActivate: () => new Promise<void>(() => {})},
};
