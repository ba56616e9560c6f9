import {
  type Boot,
  type ComponentReference,
  type Composition,
  type Contribution,
  type Dispose,
  type DisposableStack,
  type ExtensionPointId,
  type Host,
  type ModuleManifest,
  type OwnPreferences,
  type ReadableStore,
  type PortalError,
  type StoreDefinition,
} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';
import type {ExplainSources} from './explain/explain-query.ts';
import {firstPagePainted} from './boot/after-first-page.ts';
import {fetchBoot} from './boot/fetch-boot.ts';
import {lendCommands} from './commands/lend-commands.ts';
import {createContributions} from './contributions/contributions.ts';
import {createOpenChoreoClient} from './data/openchoreo-client.ts';
import {createPortalClient} from './data/portal-client.ts';
import {createQueryClient} from './data/query-client.ts';
import {createRequest} from './data/request.ts';
import {createSessionControl} from './data/session-control.ts';
import {countHandled} from './events/count-handled.ts';
import {isPortalError} from './errors/to-portal-error.ts';
import {createEventBus} from './events/event-bus.ts';
import {holdWhileActivating} from './events/hold-while-activating.ts';
import {loadModuleEvents} from './events/load-module-events.ts';
import {createHost} from './host/create-host.ts';
import {createLiveData} from './live/live-data.ts';
import {createLoggers} from './log/logger.ts';
import {createLanguages} from './messages/languages.ts';
import {createNavigationStore} from './navigation/navigation-store.ts';
import {createNotices} from './notices/notices.ts';
import type {Inbox} from './notifications/inbox.ts';
import {createComponentLoader, type AdaptComponent} from './outlet/component-loader.ts';
import {createContributionElement} from './outlet/contribution-element.ts';
import {loadInOrder} from './outlet/load-in-order.ts';
import {createPendingParts} from './outlet/pending-parts.ts';
import {followUse} from './outlet/follow-use.ts';
import {PortalBoundary} from './outlet/portal-boundary.ts';
import {createOverlays} from './overlays.ts';
import {createPermissions} from './permissions/permissions.ts';
import {createRoleView} from './permissions/role-view.ts';
import {activateOnEvents} from './registry/activate-on-events.ts';
import {createCompositionApplier} from './registry/apply-composition.ts';
import {createModuleStates} from './registry/explain.ts';
import {createLoadExport, type Importer} from './registry/load-export.ts';
import {createManifests} from './registry/manifests.ts';
import {createFailureCounter} from './registry/count-failures.ts';
import {createTransitions} from './registry/publish-transition.ts';
import type {ModuleRecord} from './registry/module-record.ts';
import {createRegistry, type Registry} from './registry/registry.ts';
import {createTimelines} from './registry/timelines.ts';
import {createLeaveGuard} from './routing/leave-guard.ts';
import {createLoadPage} from './routing/load-page.ts';
import {createNavigator} from './routing/navigator.ts';
import {resolvePage} from './routing/resolve-page.ts';
import {createRouteTable, type RouteTable} from './routing/route-table.ts';
import {createScrollMemory} from './routing/scroll-memory.ts';
import {createVaadinRouter} from './routing/vaadin-router.ts';
import type {ShellServices} from './services.ts';
import {createPreferences} from './state/preferences.ts';
import {createShellState} from './state/shell-state.ts';
import {createSettings} from './settings/settings.ts';
import {createModuleStores} from './stores/module-stores.ts';

export interface PortalOptions {
  readonly boot: Boot;
  readonly outlet: HTMLElement;
  readonly fetch: typeof fetch;
  readonly importFile?: Importer;
  /** Makes elements of components of other technologies; called when the first one is needed. */
  readonly adaptComponent?: AdaptComponent;
  readonly openSignIn: (url: string) => {close(): void; readonly closed: boolean} | null;
  readonly signOut: () => void;
  readonly reload: () => void;
}

export interface Portal {
  readonly services: ShellServices;
  /** Registers the composition and shows the page of the address. `<portal-boundary>` must be defined by then. */
  start(): Dispose;
  /** Id of the composition in use. */
  compositionId(): string;
  /** Follows the composition: what is gone goes at once. Does nothing when the id is that of the one in use. */
  updateComposition(id?: string): Promise<void>;
  /** Resolves when no part of a page is on its way. */
  readonly partsSettled: () => Promise<void>;
  /** Gets what was set of settings again: of the module, or of all. */
  readonly followSettings: (module?: string) => void;
  /** Whether the event stream is heard at the moment. */
  readonly setHeard: (heard: boolean) => void;
  /** Reads kept stores again: of the module by the other tab or, without them, all. */
  readonly followNotifications: (unread: number) => void;
  readonly followStores: (change?: {readonly module: string; readonly writer: string}) => void;
  readonly refreshPermissions: () => Promise<void>;
  readonly markSessionExpired: () => void;
  readonly registry: Registry;
  readonly routes: RouteTable;
  readonly explainSources: ExplainSources;
  /** Every module of this tab, followed. */
  readonly modules: ReadableStore<readonly ModuleRecord[]>;
  readonly report: (module: string, error: unknown) => void;
}

/** A module that fails so often is left alone in this tab. */
const QUARANTINE = {failures: 5, within: 60_000};

/** Wires the shell. Nothing runs and nothing is listened to before `start`. */
export function createPortal(options: PortalOptions): Portal {
  const {boot, outlet, fetch: send} = options;
  const createLogger = createLoggers(console);
  const report = (module: string, error: unknown): void => {
    // A session that has ended is nobody's fault, and told by its own banner.
    if (isPortalError(error) && error.code === 'SESSION_EXPIRED') return;
    createLogger(module || 'portal').error('Failed:', error);
    if (module) countFailure(module, error);
  };
  const reportError = (error: unknown): void => report('', error);

  const session = createSessionControl({
    session: boot.session,
    fetch: send,
    openSignIn: options.openSignIn,
    onOtherUser: options.reload,
    signOut: options.signOut,
  });
  const request = createRequest({fetch: send, onSignedOut: () => session.markExpired()});
  const api = createOpenChoreoClient(request);
  const portal = createPortalClient(request);
  const queryClient = createQueryClient(boot.data);
  const preferences = createPreferences(boot.preferences, portal, reportError);
  const languages = createLanguages({boot, fetch: send, log: createLogger});
  const messages = languages.shell;
  const notices = createNotices(messages);
  const events = createEventBus((module, _name, error) => report(module, error));

  const manifests = createManifests({
    inline: boot,
    fetch: send,
    onSignedOut: () => session.markExpired(),
    loadParser: async () => (await import('./registry/parse-fetched-manifest.ts')).parseManifest,
  });
  const timelines = createTimelines();
  const transitions = createTransitions(events, timelines, report);
  const loadExport = createLoadExport(options.importFile);
  const registry = createRegistry({
    manifests,
    loadExport,
    createHost: hostOf,
    onTransition(record) {
      holdWhileActivating(record, events, (id) => registry.find(id)?.status);
      transitions.tell(record);
    },
    onCleanedUp: (head) => transitions.tellCleanedUp(head),
    report,
  });
  const countFailure = createFailureCounter(QUARANTINE, (module, error) => void quarantine(module, error));
  const loadComponent = loadInOrder(
    createComponentLoader(loadExport, {adaptComponent: options.adaptComponent}),
    manifests,
    registry,
  );
  const routes = createRouteTable();
  const applyComposition = createCompositionApplier(registry, routes, report);

  const navigator = createNavigator({
    router: createVaadinRouter(outlet, 'portal-boundary', prepare),
    resolve: (place) =>
      resolvePage(place, {
        findByPath: (path) => routes.find(path),
        manifest: (head) => manifests.get(registry.find(head.id)?.head ?? head),
        holds: (action, scope) => permissions.holds(action, scope),
      }),
    loadPage: createLoadPage(registry, loadComponent, (manifest) => loadParts(manifest)),
    fallback: () => preferences.get(),
    guard: createLeaveGuard(() =>
      notices.confirm({
        title: messages.text('page.unsaved.title'),
        text: messages.text('page.unsaved.text'),
        confirm: messages.text('page.unsaved.leave'),
        danger: true,
      }),
    ),
    scroll: createScrollMemory(),
    report,
    onRetry: (module) => registry.release(module),
  });
  const state = createShellState({boot, navigator, preferences, loadLanguage});
  const permissions = createPermissions({api, profile: boot.profile, selection: state.selection, report: reportError});
  const failures = new Map<string, PortalError>();
  const modules = createModuleStates({
    registry,
    timelines,
    manifests,
    loadExport,
    failures,
    perspective: state.perspective,
    selection: state.selection,
    permissions,
    messages,
  });
  const settings = createSettings({inline: boot.settings, portal, report});
  const stores = createModuleStores({send: request, activate: (id) => registry.activate(id), report});
  const live = createLiveData({queryClient, api, polls: boot.portal.polls ?? false});
  const parts = createPendingParts();
  const partsSettled = (): Promise<void> => parts.settled();
  const contributions = createContributions({
    modules: registry.all,
    manifests,
    perspective: state.perspective,
    permissions,
    createElement: createContributionElement(registry, loadComponent, createBoundary, report, parts, failures),
    report,
  });

  const loadCommands = once(async () =>
    (await import('./commands/command-center.ts')).createCommandCenter({
      services,
      registry,
      manifests,
      permissions,
      loadExport,
      send: request,
      events,
      showError: (error) => notices.error(error),
      report,
    }),
  );
  const $unread = atom<number | undefined>(boot.unread);
  let inbox: Inbox | undefined;
  const loadInbox = once(async (): Promise<Inbox> => {
    const {createInbox} = await import('./notifications/inbox.ts');
    return (inbox = createInbox({send: request, unread: $unread, messages, report}));
  });

  /** Fetches the contributions a page of this module will show, while the page itself is on its way. */
  function loadParts({extensionPoints = []}: ModuleManifest): void {
    const shown: readonly Pick<Contribution<{component?: ComponentReference | undefined}>, 'module' | 'data'>[] =
      extensionPoints.flatMap(({id, lazy}) => (lazy ? [] : contributions.at(id as ExtensionPointId).get()));
    for (const {module, data} of shown) {
      if (data.deferred) continue;
      const head = registry.find(module)?.head;
      // What fails here is told where it is shown.
      if (head && data.component) loadComponent(head, data.component).catch(() => {});
      registry.activate(module).catch(() => {});
    }
  }

  function prepare(boundary: PortalBoundary): void {
    boundary.hostOf = (id) => {
      const record = registry.find(id);
      return record?.status === 'active' ? record.active.host : undefined;
    };
    boundary.messages = messages;
    boundary.queryClient = queryClient;
  }

  function createBoundary(): PortalBoundary {
    const boundary = new PortalBoundary();
    prepare(boundary);
    return boundary;
  }

  const ownPreferences: OwnPreferences = {
    locales: boot.portal.locales,
    get: () => preferences.get(),
    async set({theme, locale, perspective, singleKeys}) {
      if (theme) state.setTheme(theme);
      if (perspective) preferences.change({perspective});
      if (singleKeys) preferences.change({singleKeys});
      await (locale ? state.setLocale(locale) : preferences.save({}));
    },
  };

  async function hostOf(
    manifest: ModuleManifest,
    signal: AbortSignal,
    undo: DisposableStack,
    fields: StoreDefinition | undefined,
  ): Promise<Host> {
    const address = registry.find(manifest.id)?.head.manifest ?? '/';
    const [own, ownStores, ownEvents] = await Promise.all([
      languages.forModule(manifest, address),
      stores.forModule({manifest, fields, undo, log: createLogger(manifest.id)}),
      loadModuleEvents(
        manifest,
        signal,
        countHandled(events, () => timelines.handle(manifest.id)),
      ),
      settings.load(manifest),
    ]);
    return createHost(manifest, own, signal, undo, {
      send: request,
      state,
      navigator,
      events: ownEvents,
      permissions,
      notifications: notices,
      addNotification: async (module, draft) => (await loadInbox()).add(module, draft),
      contributions,
      commands,
      modules,
      live,
      stores: ownStores,
      settings: settings.of(manifest),
      preferences: ownPreferences,
      createLogger,
    });
  }

  async function quarantine(module: string, error: PortalError): Promise<void> {
    await registry.quarantine(module, error);
    const {findBoundaries} = await import('./outlet/find-boundaries.ts');
    for (const boundary of findBoundaries(outlet, module)) boundary.fail(error);
    await navigator.refresh();
  }

  async function loadLanguage(onLoaded: () => void): Promise<void> {
    const next = await fetchBoot(boot.safeMode ? `${location.pathname}?safe-mode` : location.href, send);
    await languages.use(next, onLoaded);
    manifests.replaceInline(next);
    for (const head of next.composition.modules) registry.relabel(head);
    await navigator.refresh();
  }

  let current = boot.composition.id;
  async function updateComposition(id?: string): Promise<void> {
    if (id === current) return;
    const next = (await portal.request(`/api/portal/composition${boot.safeMode ? '?safe-mode' : ''}`)) as Composition;
    if (next.id === current) return;
    current = next.id;
    const {updated} = applyComposition(next);
    events.emit('portal:composition-changed', {composition: next.id});
    await navigator.refresh();
    if (updated.length === 0) return;
    notices.show({
      kind: 'info',
      text: messages.text('page.updated', {modules: updated.map(({name}) => name).join(', ')}),
      action: {label: messages.text('page.updated.reload'), run: options.reload},
    });
  }

  const refreshPermissions = (): Promise<void> => permissions.refresh().then(() => navigator.refresh(), reportError);
  const roleView = createRoleView(boot.session, portal, () => {
    void refreshPermissions();
    void updateComposition().catch(reportError);
    void queryClient.invalidateQueries();
  });

  const services: ShellServices = {
    boot,
    api,
    portal,
    queryClient,
    state,
    links: {
      href: (path, change) => navigator.href(path, change),
      go: (path, how) => navigator.go(path, how),
      guard: (isDirty) => navigator.guard(isDirty),
      title: (text) => navigator.title('portal', text),
    },
    permissions,
    messages,
    navigation: createNavigationStore({modules: registry.all, perspective: state.perspective, permissions}),
    page: navigator.page,
    notices,
    session,
    roleView,
    preferences,
    contributions,
    commands: loadCommands,
    inbox: loadInbox,
    unread: $unread,
    overlays: createOverlays((error) => notices.error(error)),
  };
  const commands = lendCommands(loadCommands);

  return {
    services,
    registry,
    routes,
    explainSources: {portal, means: modules.means},
    start() {
      queryClient.mount();
      applyComposition(boot.composition);
      transitions.start();
      const stops = [
        activateOnEvents(registry, events, report, firstPagePainted({page: navigator.page, partsSettled})),
        // Whoever signs in again sees what is true now.
        session.expired.listen((expired) => {
          if (!expired) void queryClient.invalidateQueries();
        }),
        navigator.start(),
        followUse(outlet, (module) => timelines.handle(module)),
      ];
      return () => {
        for (const stop of stops) stop();
        queryClient.unmount();
      };
    },
    compositionId: () => current,
    updateComposition: (id) => updateComposition(id).catch((error: unknown) => reportError(error)),
    partsSettled,
    followSettings: (module) => void settings.refresh(module),
    setHeard: (heard) => live.setHeard(heard),
    followNotifications(unread) {
      $unread.set(unread);
      inbox?.follow();
    },
    followStores: (change) => stores.follow(change),
    refreshPermissions,
    markSessionExpired: () => void session.markExpired(),
    modules: registry.all,
    report,
  };
}

/** The first call's promise for all; one that failed is forgotten, so that the next call tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}
