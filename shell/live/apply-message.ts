import {isKindName, KINDS, type KindName, type PortalMessage} from '@openchoreo/portal-contract';
import type {RefreshKind} from './refresh-kinds.ts';

export interface MessageEffects {
  readonly refreshKind: RefreshKind;
  readonly refreshPermissions: () => void;
  readonly followComposition: (id: string) => void;
  readonly followStores: (change: {readonly module: string; readonly writer: string}) => void;
  readonly followSettings: (module: string) => void;
  readonly onSessionEnded: () => void;
}

/** What a message of the gateway means for this tab. */
export function applyMessage(message: PortalMessage, effects: MessageEffects): void {
  if (message.type === 'composition') effects.followComposition(message.data.id);
  if (message.type === 'session-ended') effects.onSessionEnded();
  if (message.type === 'settings') effects.followSettings(message.data.module);
  if (message.type === 'store') effects.followStores(message.data);
  if (message.type === 'permissions') {
    effects.refreshPermissions();
    // What a list holds depends on what one may see.
    void effects.queryClient.invalidateQueries({queryKey: ['openchoreo']});
  }
  if (message.type !== 'change') return;
  const plural = toPlural(message.data.kind);
  if (!plural) return;
<<<<<<< HEAD
  void effects.queryClient.invalidateQueries({queryKey: ['openchoreo', plural]});
=======
  if (KINDS[plural].resource.includes('authz')) effects.refreshPermissions();
  effects.refreshKind(plural, message.data.namespace);
>>>>>>> cf36d48 (Keep data live: watched, asked for where nothing tells, previewed and taken back, ended with its module)
}

/** The platform names kinds as objects do (`Component`), the portal's keys as paths do (`components`). */
function toPlural(kind: string): KindName | undefined {
  if (isKindName(kind)) return kind;
  return (Object.keys(KINDS) as KindName[]).find((plural) => KINDS[plural].kind === kind);
}
