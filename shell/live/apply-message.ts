import {isKindName, KINDS, type KindName, type PortalMessage, type RoleReference} from '@openchoreo/portal-contract';
import type {RefreshKind} from './refresh-kinds.ts';

export interface MessageEffects {
  readonly refreshKind: RefreshKind;
  readonly refreshAll: () => void;
  readonly followRoleView: (role: RoleReference | undefined) => void;
  readonly refreshPermissions: () => void;
  readonly followComposition: (id: string) => void;
  readonly followStores: (change: {readonly module: string; readonly writer: string}) => void;
  readonly followSettings: (module: string) => void;
  readonly followNotifications: (unread: number) => void;
  readonly onSessionEnded: () => void;
}

/** What a message of the gateway means for this tab. */
export function applyMessage(message: PortalMessage, effects: MessageEffects): void {
  if (message.type === 'composition') effects.followComposition(message.data.id);
  if (message.type === 'session-ended') effects.onSessionEnded();
  if (message.type === 'settings') effects.followSettings(message.data.module);
  if (message.type === 'store') effects.followStores(message.data);
  if (message.type === 'permissions') {
    effects.followRoleView(message.data.viewAs);
    effects.refreshPermissions();
    // What a list holds depends on what one may see.
    effects.refreshAll();
  }
  if (message.type === 'notifications') effects.followNotifications(message.data.unread);
  if (message.type !== 'change') return;
  const plural = toPlural(message.data.kind);
  if (!plural) return;
  effects.refreshKind(plural, message.data.namespace);
}

/** The platform names kinds as objects do (`Component`), the portal's keys as paths do (`components`). */
function toPlural(kind: string): KindName | undefined {
  if (isKindName(kind)) return kind;
  return (Object.keys(KINDS) as KindName[]).find((plural) => KINDS[plural].kind === kind);
}
