import type {Dispose, PortalMessage} from '@openchoreo/portal-contract';
import {applyMessage} from './apply-message.ts';
import {listenLive} from './live-updates.ts';
import type {Portal} from '../portal.ts';

/** Keeps this tab up to date with the gateway. Loaded after the first page: nothing of it is needed before. */
export function startLive({
  services,
  compositionId,
  updateComposition,
  refreshPermissions,
  followSettings,
  followStores,
  markSessionExpired,
}: Portal): Dispose {
  const {queryClient} = services;
  const onMessage = (message: PortalMessage): void =>
    applyMessage(message, {
      queryClient,
      followComposition: (id) => void updateComposition(id),
      refreshPermissions: () => void refreshPermissions(),
      followSettings,
      followStores,
      onSessionEnded: markSessionExpired,
    });
  const onGap = (): void => {
    void updateComposition();
    followSettings();
    void refreshPermissions();
    followStores();
    void queryClient.invalidateQueries();
  };
  // The stream says only what this tab does not know: its parser is not fetched for nothing.
  const url = (): string => `/api/portal/events?composition=${encodeURIComponent(compositionId())}`;
  return listenLive({url, onMessage, onGap});
}
