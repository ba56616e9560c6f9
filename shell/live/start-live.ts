import type {Dispose, PortalMessage} from '@openchoreo/portal-contract';
import {applyMessage} from './apply-message.ts';
import {listenLive} from './live-updates.ts';
import {createRefreshKinds} from './refresh-kinds.ts';
import type {Portal} from '../portal.ts';

/** Keeps this tab up to date with the gateway. Loaded after the first page: nothing of it is needed before. */
export function startLive({
  services,
  compositionId,
  updateComposition,
  refreshPermissions,
  followSettings,
  followStores,
  setHeard,
  markSessionExpired,
}: Portal): Dispose {
  const {queryClient} = services;
  const refreshKind = createRefreshKinds(queryClient);
  const onMessage = (message: PortalMessage): void =>
    applyMessage(message, {
      refreshKind,
      followComposition: (id) => void updateComposition(id),
      refreshPermissions: () => void refreshPermissions(),
      followSettings,
      followStores,
      onSessionEnded: markSessionExpired,
    });
  const onGap = (): void => {
    setHeard(true);
    void updateComposition();
    followSettings();
    void refreshPermissions();
    followStores();
    void queryClient.invalidateQueries();
  };
<<<<<<< HEAD
  // The stream says only what this tab does not know: its parser is not fetched for nothing.
  const url = (): string => `/api/portal/events?composition=${encodeURIComponent(compositionId())}`;
  return listenLive({url, onMessage, onGap});
=======
  return listenLive({onMessage, onGap, onLost: () => setHeard(false)});
>>>>>>> cf36d48 (Keep data live: watched, asked for where nothing tells, previewed and taken back, ended with its module)
}
