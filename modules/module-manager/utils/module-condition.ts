import type {ModuleState, RegistryEntry} from '@openchoreo/portal-contract';

/** How a module is, for everybody and in this tab, as a message key and how much it matters. */
export interface ModuleCondition {
  readonly key: `state.${ModuleConditionName}`;
  readonly tone: 'success' | 'warning' | 'danger' | 'info' | 'neutral';
}

export type ModuleConditionName = keyof typeof TONES;

const TONES = {
  active: 'success',
  registered: 'info',
  activating: 'info',
  deactivating: 'neutral',
  deactivated: 'neutral',
  failed: 'danger',
  quarantined: 'danger',
  refused: 'danger',
  disabled: 'neutral',
  absent: 'warning',
} as const;

/** What the gateway refuses or holds back comes before what the tab says; a module the tab lacks is `absent`. */
export function toModuleCondition(entry: RegistryEntry, live: ModuleState | undefined): ModuleCondition {
  const name = entry.status === 'enabled' ? (live?.status ?? 'absent') : entry.status;
  return {key: `state.${name}`, tone: TONES[name]};
}
