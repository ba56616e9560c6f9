import {
  PortalError,
  type DisposableStack,
  type EmbeddedModule,
  type EmbedSession,
  type Host,
  type ModuleHead,
  type ModuleManifest,
  type Scope,
  type StoreDefinition,
} from '@openchoreo/portal-contract';
import {defineElement, locationContext} from '@openchoreo/portal-lit';
import {adaptComponent} from '../adapt-component.ts';
import {createOpenChoreoClient} from '../data/openchoreo-client.ts';
import {createPortalClient} from '../data/portal-client.ts';
import {createQueryClient} from '../data/query-client.ts';
import {createRequest} from '../data/request.ts';
import {isPortalError} from '../errors/to-portal-error.ts';
import {createEventBus} from '../events/event-bus.ts';
import {loadModuleEvents} from '../events/load-module-events.ts';
import {createHost} from '../host/create-host.ts';
import {createLiveData} from '../live/live-data.ts';
import {createLoggers} from '../log/logger.ts';
import {createLanguages} from '../messages/languages.ts';
import {createComponentLoader} from '../outlet/component-loader.ts';
import {PortalBoundary} from '../outlet/portal-boundary.ts';
import {provideContext} from '../outlet/provide-context.ts';
import {createPermissions} from '../permissions/permissions.ts';
import {createLoadExport} from '../registry/load-export.ts';
import {createRegistry} from '../registry/registry.ts';
import {createSettings} from '../settings/settings.ts';
import {createModuleStores} from '../stores/module-stores.ts';
import {createEmbedState} from './embed-state.ts';
import {createEmbedNavigation} from './embed-navigation.ts';
import {createEmbedNotices, type ShowNotice} from './embed-notices.ts';
import {WITHOUT_SHELL} from './without-shell.ts';

export interface RuntimeOptions {
  /** Origin of the portal. */
  readonly portal: string;
  readonly session: EmbedSession;
  /** `fetch` in the person's name. */
  readonly send: typeof fetch;
  /** What the page decides, as it is now. */
  readonly options: () => {readonly scope?: Scope | undefined; readonly onNotice?: ShowNotice | undefined};
}

export interface Runtime {
  add(session: EmbedSession): void;
  createPart(module: string, tag: string, prepare: (element: HTMLElement) => void): HTMLElement;
  dispose(): void;
}

/** Nothing tells a foreign page of changes, and it is not the page people work in. */
const POLL_EVERY = 60_000;

/** The shell's parts as far as elements in a foreign page need them: modules live there as they do in the portal. */
export function startRuntime({portal, session, send, options}: RuntimeOptions): Runtime {
  const createLogger = createLoggers(console);
  const report = (module: string, error: unknown): void => {
    // A session that has ended is told in place of the elements.
    if (isPortalError(error) && error.code === 'SESSION_EXPIRED') return;
    createLogger(module || 'portal').error('Failed:', error);
  };
  const request = createRequest({fetch: send, onSignedOut: () => rejected(new PortalError('SESSION_EXPIRED', []))});
  const api = createOpenChoreoClient(request);
  const queryClient = createQueryClient([]);
  const given = new Map<string, EmbeddedModule>();
  const toBoot = ({locale, messages}: EmbedSession) => ({preferences: {locale}, messages: {portal: messages}});
  const languages = createLanguages({boot: toBoot(session), fetch: send, log: createLogger});
  const state = createEmbedState(session, options().scope);
  const navigator = createEmbedNavigation(portal, state);
  const permissions = createPermissions({
    api,
    profile: session.profile,
    selection: state.selection,
    report: (error) => report('', error),
  });
  const settings = createSettings({inline: session.settings, portal: createPortalClient(request), report});
  const events = createEventBus((module, _name, error) => report(module, error));
  const live = createLiveData({queryClient, api, polls: true, interval: POLL_EVERY});
  const showNotice: ShowNotice = (notice) => {
    const {onNotice} = options();
    if (onNotice) onNotice(notice);
    else createLogger('portal').warn(notice.text, notice.detail);
  };
  const notices = createEmbedNotices(showNotice, languages.shell);
  const loadExport = createLoadExport();
  const loadComponent = createComponentLoader(loadExport, {adaptComponent});
  const registry = createRegistry({
    manifests: {
      known: ({id}) => given.get(id)?.manifest,
      async get({id}) {
        const module = given.get(id);
        if (module) return module.manifest;
        throw new PortalError('MODULE_UNKNOWN', [id]);
      },
      contributions: () => undefined,
      replaceInline() {},
    },
    loadExport,
    createHost: hostOf,
    onTransition() {},
    report,
  });
  const stores = createModuleStores({send: request, activate: (id) => registry.activate(id), report});
  defineElement('openchoreo-embed-part', PortalBoundary);

  async function hostOf(
    manifest: ModuleManifest,
    signal: AbortSignal,
    undo: DisposableStack,
    fields: StoreDefinition | undefined,
  ): Promise<Host> {
    const [own, ownStores, ownEvents] = await Promise.all([
      languages.forModule(manifest, given.get(manifest.id)?.base ?? ''),
      stores.forModule({manifest, fields, undo, log: createLogger(manifest.id)}),
      loadModuleEvents(manifest, signal, events),
      settings.load(manifest),
    ]);
    return createHost(manifest, own, signal, undo, {
      ...WITHOUT_SHELL,
      send: request,
      state,
      navigator,
      events: ownEvents,
      permissions,
      notifications: notices,
      addNotification: async () => false,
      live,
      stores: ownStores,
      settings: settings.of(manifest),
      preferences: {
        locales: session.locales,
        get: () => ({theme: 'system', locale: state.locale.get(), perspective: state.perspective.get()}),
        set: async () => {}, // the page decides
      },
      createLogger,
    });
  }

  function add({modules}: EmbedSession): void {
    for (const {base, manifest} of modules) {
      if (given.has(manifest.id)) continue;
      const module = {manifest, base: new URL(base, portal).href};
      given.set(module.manifest.id, module);
      registry.register(toHead(module));
    }
  }

  add(session);

  return {
    add(next) {
      add(next);
      if (next.locale === state.locale.get()) return;
      languages.use(toBoot(next), () => state.locale.set(next.locale)).catch((error: unknown) => report('', error));
    },
    createPart(module, tag, prepare) {
      const boundary = new PortalBoundary();
      boundary.messages = languages.shell;
      boundary.queryClient = queryClient;
      boundary.module = module;
      boundary.prepare = prepare;
      boundary.name = `<${tag}>`;
      boundary.hostOf = (id) => {
        const record = registry.find(id);
        return record?.status === 'active' ? record.active.host : undefined;
      };
      boundary.onRetry = () => registry.release(module);
      boundary.onFailure = (error) => report(module, error);
      boundary.load = async () => {
        const record = registry.find(module);
        const element = given.get(module)?.manifest.elements?.find((one) => one.tag === tag);
        if (!record || !element) throw new PortalError('EMBED_ELEMENT_UNKNOWN', [tag, module]);
        const [{host}, inner] = await Promise.all([
          registry.activate(module),
          loadComponent(record.head, element.component),
        ]);
        return {host, tag: inner};
      };
      provideContext(boundary, locationContext, {path: '/', params: {}, query: new URLSearchParams()});
      return boundary;
    },
    dispose() {
      for (const id of given.keys()) void registry.deactivate(id);
      queryClient.clear();
    },
  };
}

/** Rejects for whoever waits; nobody need wait. */
function rejected(error: PortalError): Promise<never> {
  const promise = Promise.reject(error);
  promise.catch(() => {});
  return promise;
}

function toHead({base, manifest: {id, name, version}}: EmbeddedModule): ModuleHead {
  return {id, name, version, manifest: `${base}manifest.json`};
}
