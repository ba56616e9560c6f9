import {
  API_VERSION,
  isPerspective,
  SCOPE_FIELDS,
  showsIn,
  toScope,
  type Boot,
  type CompiledMessages,
  type ComponentReference,
  type DataNeed,
  type Perspective,
  type PortalBuild,
  type Preferences,
  type PrerenderedPage,
  type Route,
  type Scope,
} from '@openchoreo/portal-contract';
import type {PermissionReader, PlatformCaller} from '../api/index.ts';
import type {Composer} from '../composition/index.ts';
import {isPortalError} from '../http/index.ts';
import type {Log} from '../observability/index.ts';
import type {PreferenceStore} from '../portal-api/preference-store.ts';
import type {SettingStore} from '../portal-api/setting-store.ts';
import type {AcceptedModule, ModuleRegistry} from '../registry/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import type {ClientFiles} from '../static/index.ts';
import {readFirstData} from './first-data.ts';
import {findByPath, matchRoute} from './match-route.ts';
import type {Prerenderer} from './prerenderer.ts';

/** What is known of a page before the platform is asked. */
export interface PageStart {
  readonly preferences: Preferences;
  readonly title: string;
  /** Words of the link that skips the frame. */
  readonly skip: string;
  /** Gathers the rest. Rejects with `SESSION_EXPIRED` when the session ends meanwhile. */
  finish(): Promise<BootPage>;
}

export interface BootPage {
  readonly boot: Boot;
  /** Addresses of the code the route runs first, besides the shell's. */
  readonly preload: readonly string[];
  /** Draws the page, where it asks for that and can be drawn; never rejects. */
  drawn(options: {readonly nonce: string; readonly address: string}): Promise<PrerenderedPage | undefined>;
}

/** Gathers everything one page starts with. */
export class BootReader {
  readonly #options: BootReaderOptions;
  #catalogues = new Map<string, CompiledMessages>();

  constructor(options: BootReaderOptions) {
    this.#options = options;
  }

  async begin(session: ActiveSession, url: URL, acceptLanguage: string | undefined): Promise<PageStart> {
    const {preferences: store, registry} = this.#options;
    // Asked for here, so that a session that cannot be renewed ends before the page begins.
    const [preferences] = await Promise.all([store.read(session, acceptLanguage), session.token()]);
    const {scope, perspective} = readSelection(url.searchParams, preferences);
    const expected = this.#shown(registry.accepted, url.pathname, perspective);
    return {
      preferences,
      title: toTitle(expected, preferences.locale),
      skip: String((await this.#shellMessages(preferences.locale))['frame.skip'] ?? ''),
      finish: () => this.#finish(session, preferences, {path: url.pathname, scope, perspective}),
    };
  }

  async #finish(
    session: ActiveSession,
    preferences: Preferences,
    {path, scope, perspective}: {path: string; scope: Scope; perspective: Perspective},
  ): Promise<BootPage> {
    const {build, composer, polls} = this.#options;
    const {locale} = preferences;
    // Asked for beside the modules: a platform that hangs holds the page once, not twice.
    const asked = this.#profile(session, scope);
    asked.catch(() => {}); // awaited below
    const modules = await composer.modulesFor(session);
    const shown = this.#shown(modules, path, perspective);
    const [composition, profile, data, settings, shellMessages] = await Promise.all([
      composer.compositionFor(session, locale),
      asked,
      readFirstData({caller: this.#options.caller, session, needs: shown.needs, params: shown.params, scope}),
      this.#options.settings.read(shown.modules, session.user.id),
      this.#shellMessages(locale),
    ]);
    const boot: Boot = {
      portal: {
        version: build.version,
        apiVersion: API_VERSION,
        locales: Object.keys(build.messages),
        ...(polls && {polls}),
      },
      session: {user: session.user, expiresAt: session.expiresAt},
      preferences,
      composition,
      manifests: Object.fromEntries(shown.modules.map((module) => [module.id, composer.manifestOf(module, locale)])),
      messages: {
        portal: shellMessages,
        ...Object.fromEntries(shown.modules.map((module) => [module.id, messagesOf(module, locale)])),
      },
      settings,
      profile,
      data,
    };
    const sent = new Set([build.shell.entry, ...build.shell.preload]);
    return {
      boot,
      preload: [...new Set(shown.preload)].filter((address) => !sent.has(address)),
      drawn: async (options) => shown.drawn && this.#options.prerenderer.draw({...shown.drawn, ...options, boot}),
    };
  }

  /** The modules whose parts the route shows: its own, and those that put cards on its extension points. */
  #shown(modules: readonly AcceptedModule[], path: string, perspective: Perspective): Shown {
    const owner = findByPath(modules, path);
    const match = owner && matchRoute(owner.manifest, path, perspective);
    if (owner === undefined || match === undefined) return EMPTY;
    const parts: Part[] = match.chain.map(({component, data}) => ({module: owner, component, data}));
    const points = new Set(owner.manifest.extensionPoints?.map(({id}) => id));
    for (const module of modules) {
      for (const [point, contributions] of Object.entries(module.manifest.contributes ?? {})) {
        if (!points.has(point)) continue;
        const visible = contributions.filter((one) =>
          showsIn(one.perspective ?? module.manifest.perspective, perspective),
        );
        parts.push(...visible.map(({component, data}) => ({module, component, data})));
      }
    }
    return {
      modules: [...new Set(parts.map(({module}) => module))],
      needs: parts.flatMap(({data}) => data ?? []),
      params: match.params,
      preload: parts.flatMap(({module, component}) => toCode(module, component)),
      owner,
      drawn: toDrawn(owner, match.chain),
      title: match.chain.findLast(({title}) => title !== undefined)?.title,
    };
  }

  async #profile(session: ActiveSession, scope: Scope): Promise<Boot['profile']> {
    try {
      return {scope, profile: await this.#options.permissions.profile(session, scope)};
    } catch (error) {
      if (isPortalError(error, 'SESSION_EXPIRED')) throw error;
      this.#options.log.warn({err: error}, 'the page goes out without its permission profile');
      return null;
    }
  }

  async #shellMessages(locale: string): Promise<CompiledMessages> {
    const {build, files} = this.#options;
    const address = build.messages[locale] ?? build.messages['en'];
    if (address === undefined) return {};
    const known = this.#catalogues.get(address);
    if (known !== undefined) return known;
    const catalogue = JSON.parse((await files.text(address)) ?? '{}') as CompiledMessages;
    this.#catalogues.set(address, catalogue);
    return catalogue;
  }
}

interface BootReaderOptions {
  readonly build: PortalBuild;
  readonly files: ClientFiles;
  readonly composer: Composer;
  readonly registry: ModuleRegistry;
  readonly permissions: PermissionReader;
  readonly caller: PlatformCaller;
  readonly preferences: PreferenceStore;
  readonly settings: SettingStore;
  readonly prerenderer: Prerenderer;
  /** The platform does not tell of its changes. */
  readonly polls: boolean;
  readonly log: Log;
}

interface Part {
  readonly module: AcceptedModule;
  readonly component?: ComponentReference | undefined;
  readonly data?: readonly DataNeed[] | undefined;
}

interface Shown {
  readonly modules: readonly AcceptedModule[];
  readonly needs: readonly DataNeed[];
  readonly params: Readonly<Record<string, string>>;
  readonly preload: readonly string[];
  readonly owner?: AcceptedModule;
  /** What the server may draw. */
  readonly drawn?: {readonly module: string; readonly component: ComponentReference} | undefined;
  /** As the manifest says it: a `%key%` perhaps. */
  readonly title?: string | undefined;
}

const EMPTY: Shown = {modules: [], needs: [], params: {}, preload: []};

/** What the address says of selection and perspective, and the person's own where it says nothing: as the shell does. */
function readSelection(query: URLSearchParams, preferences: Preferences): {scope: Scope; perspective: Perspective} {
  const perspective = query.get('perspective');
  return {
    scope: SCOPE_FIELDS.some((field) => query.has(field)) ? toScope(query) : preferences.scope,
    perspective: isPerspective(perspective) ? perspective : preferences.perspective,
  };
}

function toCode(module: AcceptedModule, component: ComponentReference | undefined): readonly string[] {
  const entries = [
    ...(component !== undefined && 'entry' in component ? [component.entry] : []),
    ...(module.manifest.main === undefined ? [] : [module.manifest.main.entry]),
  ];
  return entries.flatMap((entry) => {
    const file = entry.replace(/^\.\//, '');
    return [`${module.base}${file}`, ...(module.preload[file] ?? module.preload[entry] ?? [])];
  });
}

/** A page of one element, whose route asks to be drawn. */
function toDrawn({id}: AcceptedModule, chain: readonly Route[]): Shown['drawn'] {
  const [only, ...others] = chain.filter(({component}) => component !== undefined);
  if (!only?.prerender || only.component === undefined || others.length > 0) return undefined;
  return {module: id, component: only.component};
}

function messagesOf(module: AcceptedModule, locale: string): CompiledMessages {
  return module.messages[locale] ?? module.messages['en'] ?? {};
}

function toTitle({title, owner}: Shown, locale: string): string {
  const name = 'OpenChoreo Portal';
  if (title === undefined || owner === undefined) return name;
  const key = /^%([\w.-]+)%$/.exec(title)?.[1];
  const message = key === undefined ? title : messagesOf(owner, locale)[key];
  return typeof message === 'string' ? `${message} · ${name}` : name;
}
