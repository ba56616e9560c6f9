import type {Dispose, PortalMessage, Session} from '@openchoreo/portal-contract';
import {applyMessage} from './apply-message.ts';
import {listenLive} from './live-updates.ts';
import {createRefreshKinds} from './refresh-kinds.ts';
import type {Portal} from '../portal.ts';

/** Keeps this tab up to date with the gateway. Loaded after the first page: nothing of it is needed before. */
export function startLive({
  services,
  registry,
  compositionId,
  updateComposition,
  refreshPermissions,
  followSettings,
  followStores,
  setHeard,
  followNotifications,
  markSessionExpired,
  report,
}: Portal): Dispose {
  const {queryClient} = services;
  const refreshKind = createRefreshKinds(queryClient);
  const refreshAll = (): void =>
    void queryClient.invalidateQueries({queryKey: ['openchoreo'], refetchType: isSeen() ? 'active' : 'none'});
  const onMessage = (message: PortalMessage): void =>
    applyMessage(message, {
      refreshKind,
      refreshAll,
      followComposition: (id) => void updateComposition(id).then(runDueHooks),
      followRoleView: (role) => services.roleView.follow(role),
      refreshPermissions: () => void refreshPermissions(),
      followSettings,
      followStores,
      followNotifications,
      onSessionEnded: markSessionExpired,
    });
  /** A module that has come or gone may have something to do once for the portal. */
  const runDueHooks = async (): Promise<void> => {
    if (!services.permissions.has('portalmodule:update')) return;
    const {runPortalHooks} = await import('../registry/run-portal-hooks.ts');
    await runPortalHooks({registry, services, report});
  };
  const onGap = (): void => {
    setHeard(true);
    void updateComposition();
    followSettings();
    void services.portal
      .request('/api/portal/session')
      .then((session) => services.roleView.follow((session as Session).viewAs))
      .catch(() => {});
    void refreshPermissions();
    followStores();
    void queryClient.invalidateQueries({refetchType: isSeen() ? 'active' : 'none'});
  };
  // The stream says only what this tab does not know: its parser is not fetched for nothing.
  const url = (): string =>
    `/api/portal/events?composition=${encodeURIComponent(compositionId())}&unread=${services.unread.get() ?? ''}`;
  const stops = [
    listenLive({url, onMessage, onGap, onLost: () => setHeard(false)}),
    later(
      async () => (await import('../state/check-selection.ts')).checkSelection(services),
      (error) => report('portal', error),
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A tab that nobody sees asks for what is stale when it is seen again: the query client does so by itself. */
function isSeen(): boolean {
  return document.visibilityState === 'visible';
}

/** Starts something that can wait until the page has long been there. */
function later(start: () => Promise<Dispose>, report: (error: unknown) => void, milliseconds = 3000): Dispose {
  let stop: Dispose = () => clearTimeout(timer);
  const run = (): void => void start().then((undo) => (stop = undo), report);
  const timer = setTimeout(run, milliseconds);
  return () => stop();
}
