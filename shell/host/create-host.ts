import type {
  Commands,
  Contributions,
  DisposableStack,
  EventBus,
  GlobalState,
  Host,
  LiveData,
  Messages,
  ModuleManifest,
  ModuleStates,
  NotificationDraft,
  Notifications,
  OwnPreferences,
  Permissions,
  Settings,
  Stores,
} from '@openchoreo/portal-contract';
import type {SendRequest} from '../data/request.ts';
import type {CreateLogger} from '../log/logger.ts';
import type {Navigator} from '../routing/navigator.ts';
import {createClients} from './create-clients.ts';
import {ownRequests} from './own-requests.ts';
import {undoable} from './undoable.ts';

/** What every host is made of. */
export interface HostServices {
  readonly send: SendRequest;
  readonly state: GlobalState;
  readonly navigator: Pick<Navigator, 'href' | 'go' | 'guard' | 'title'>;
  /** As the module has it. */
  readonly events: EventBus;
  readonly permissions: Permissions;
  readonly notifications: Omit<Notifications, 'add'>;
  readonly addNotification: (module: Host['module'], draft: NotificationDraft) => Promise<boolean>;
  readonly contributions: Contributions;
  readonly commands: Commands;
  readonly modules: ModuleStates;
  readonly live: LiveData;
  readonly stores: Stores;
  /** The module's own. */
  readonly settings: Settings;
  readonly preferences: OwnPreferences;
  readonly createLogger: CreateLogger;
}

/** The host of one module. Whatever is registered through it is undone by the stack. */
export function createHost(
  {id, version}: ModuleManifest,
  messages: Messages,
  signal: AbortSignal,
  undo: DisposableStack,
  services: HostServices,
): Host {
  const {state, navigator, events, permissions, notifications, contributions, commands, modules} = services;
  const {live, stores, settings} = services;
  const log = services.createLogger(id);
  const follow = undoable(undo);
  const send = ownRequests(services.send, signal);

  return {
    module: {id, version},
    signal,
    ...createClients(send, {id, version}),
    state: {
      user: follow.store(state.user),
      selection: follow.store(state.selection),
      perspective: follow.store(state.perspective),
      theme: follow.store(state.theme),
      locale: follow.store(state.locale),
      select: (change) => state.select(change),
      setPerspective: (perspective) => state.setPerspective(perspective),
    },
    live: {
      watch: (kind, scope) => follow.store(live.watch(kind, scope)),
      follow: (queryKey) => undo.defer(live.follow(queryKey)),
      preview(change) {
        const preview = live.preview(change);
        const forget = undo.defer(() => preview.undo());
        void preview.turn.catch(forget);
        return {
          turn: preview.turn,
          confirm(answer) {
            preview.confirm(answer);
            forget();
          },
          undo: forget,
        };
      },
    },
    stores: {
      get: (module) => follow.store(stores.get(module)),
      load: async (module) => follow.store(await stores.load(module)),
      set: (module, change) => stores.set(module, change),
    },
    preferences: services.preferences,
    settings: {
      get: (key) => settings.get(key),
      watch: (key) => follow.store(settings.watch(key)),
      set: (key, value) => settings.set(key, value),
    },
    navigation: {
      href: (path, change) => navigator.href(path, change),
      go: (path, options) => navigator.go(path, options),
      guard: (isDirty) => undo.defer(navigator.guard(isDirty)),
      title: (text) => navigator.title(id, text),
    },
    events: {
      emit: (name, payload) => events.emit(name, payload),
      on: (name, listener) => undo.defer(events.on(name, listener)),
    },
    permissions: {
      watch: (action, scope) => follow.store(permissions.watch(action, scope)),
      can: (action, scope) => permissions.can(action, scope),
      has: (action) => permissions.has(action),
      guard: (action, fn, scope) => permissions.guard(action, fn, scope),
    },
    messages: {
      text: (key, values) => messages.text(key, values),
      error: (error) => messages.error(error),
      number: (value, options) => messages.number(value, options),
      date: (value, options) => messages.date(value, options),
      relative: (value) => messages.relative(value),
      onChange: (listener) => undo.defer(messages.onChange(listener)),
    },
    notifications: {
      show: (notice) => notifications.show(notice),
      error: (error) => {
        log.warn('Shown to the person:', error);
        notifications.error(error);
      },
      confirm: (question) => notifications.confirm(question),
      add: (draft) => services.addNotification({id, version}, draft),
    },
    contributions: {
      at: (point) => follow.store(contributions.at(point)),
      createElement: (contribution) => contributions.createElement(contribution),
    },
    commands: {
      run: (command, input) => commands.run(command, input),
      press: (command, input) => commands.press(command, input),
      watch: (command) => follow.store(commands.watch(command)),
    },
    modules: {
      all: follow.store(modules.all),
      explain: (other) => modules.explain(other),
      explainParts: (module) => modules.explainParts(module),
      timeline: (other) => modules.timeline(other),
    },
    log,
  };
}
