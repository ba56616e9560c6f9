import {
  API_VERSION,
  readSelection,
  type Boot,
  type CompiledMessages,
  type ComponentReference,
  type Permission,
  type Perspective,
  type PortalBuild,
  type Preferences,
  type PrerenderedPage,
  type Scope,
} from '@openchoreo/portal-contract';
import type {PermissionReader, PlatformCaller} from '../api/index.ts';
import type {Composer} from '../composition/index.ts';
import {isPortalError} from '../http/index.ts';
import type {Log} from '../observability/index.ts';
import type {NotificationStore} from '../portal-api/notification-store.ts';
import type {PreferenceStore} from '../portal-api/preference-store.ts';
import type {SettingStore} from '../portal-api/setting-store.ts';
import type {AcceptedModule, ModuleRegistry} from '../registry/index.ts';
import {toSession, type ActiveSession} from '../sessions/index.ts';
import type {ClientFiles} from '../static/index.ts';
import {readFirstData} from './first-data.ts';
import {toInlineManifest} from './inline-manifest.ts';
import {findPageParts, listPermissions, selectShown, type PageParts, type Part} from './page-parts.ts';
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
    // Before it is known which modules the person has: their guards are asked beside each other.
    const expected = findPageParts(registry.accepted, url.pathname, perspective);
    return {
      preferences,
      title: toTitle(expected, preferences.locale),
      skip: String((await this.#shellMessages(preferences.locale))['frame.skip'] ?? ''),
      finish: () =>
        this.#finish(session, preferences, {
          path: url.pathname,
          scope,
          perspective,
          expected,
          isSafe: url.searchParams.has('safe-mode'),
        }),
    };
  }

  async #finish(
    session: ActiveSession,
    preferences: Preferences,
    {path, scope, perspective, expected, isSafe}: PageWanted,
  ): Promise<BootPage> {
    const {build, composer, polls} = this.#options;
    const {locale} = preferences;
    // Asked for beside the modules: a platform that hangs holds the page once, not twice.
    const asked = this.#profile(session, scope);
    asked.catch(() => {}); // awaited below
    const [all, held] = await Promise.all([composer.modulesFor(session), this.#held(session, expected)]);
    const modules = isSafe ? all.filter((module) => !module.isInstalled) : all;
    const parts = findPageParts(modules, path, perspective);
    const shown = selectShown(parts, held);
    // A page that is refused is refused by its manifest, which comes along; nothing else of it does.
    const described = new Set([...(parts.owner ? [parts.owner] : []), ...shown.map(({module}) => module)]);
    const [composition, profile, unread, data, settings, shellMessages] = await Promise.all([
      composer.compositionFor(session, locale, isSafe),
      asked,
      this.#options.notifications.unread(session.user.id),
      readFirstData({
        caller: this.#options.caller,
        session,
        needs: shown.flatMap(({data}) => data ?? []),
        params: parts.params,
        scope,
      }),
      this.#options.settings.read([...described], session.user.id),
      this.#shellMessages(locale),
    ]);
    const boot: Boot = {
      portal: {
        version: build.version,
        apiVersion: API_VERSION,
        locales: Object.keys(build.messages),
        ...(polls && {polls}),
      },
      session: toSession(session),
      preferences,
      composition,
      manifests: Object.fromEntries(
        [...described].map((module) => [module.id, toInlineManifest(composer.manifestOf(module, locale))]),
      ),
      deferred: Object.fromEntries(
        [...parts.deferred]
          .filter(([module]) => !described.has(module))
          .map(([module, points]) => [module.id, pick(composer.manifestOf(module, locale).contributes ?? {}, points)]),
      ),
      messages: {
        portal: isSafe ? shellMessages : withoutSafeMode(shellMessages),
        ...Object.fromEntries(shown.map(({module}) => [module.id, messagesOf(module, locale)])),
      },
      settings,
      profile,
      unread,
      ...(isSafe && {safeMode: true}),
      data,
    };
    const sent = new Set([build.shell.entry, ...build.shell.preload]);
    const code = shown.flatMap(({module, component}) => toCode(module, component));
    const drawn = toDrawn(parts.own.filter((part) => shown.includes(part)));
    return {
      boot,
      preload: [...new Set(code)].filter((address) => !sent.has(address)),
      drawn: async (options) => drawn && this.#options.prerenderer.draw({...drawn, ...options, boot}),
    };
  }

  /** What the page's parts need and the person holds; nothing when that cannot be asked. */
  async #held(session: ActiveSession, parts: PageParts): Promise<ReadonlySet<Permission>> {
    try {
      return await this.#options.permissions.holds(session, listPermissions(parts));
    } catch (error) {
      if (isPortalError(error, 'SESSION_EXPIRED')) throw error;
      this.#options.log.warn({err: error}, 'the page goes out without its first data: nobody says who may see it');
      return new Set();
    }
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

interface PageWanted {
  readonly path: string;
  readonly scope: Scope;
  readonly perspective: Perspective;
  readonly expected: PageParts;
  readonly isSafe: boolean;
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
  readonly notifications: NotificationStore;
  readonly log: Log;
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
function toDrawn(own: readonly Part[]): {readonly module: string; readonly component: ComponentReference} | undefined {
  const [only, ...others] = own.filter(({component}) => component !== undefined);
  if (!only?.prerender || only.component === undefined || others.length > 0) return undefined;
  // The server runs no code that came after the build.
  if (only.module.isInstalled) return undefined;
  return {module: only.module.id, component: only.component};
}

/** No page but one in safe mode needs these texts, and each page would pay for them. */
function withoutSafeMode(messages: CompiledMessages): CompiledMessages {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => !key.startsWith('safe-mode.')));
}

function pick<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}

function messagesOf(module: AcceptedModule, locale: string): CompiledMessages {
  return module.messages[locale] ?? module.messages['en'] ?? {};
}

function toTitle({title, owner}: PageParts, locale: string): string {
  const name = 'OpenChoreo Portal';
  if (title === undefined || owner === undefined) return name;
  const key = /^%([\w.-]+)%$/.exec(title)?.[1];
  const message = key === undefined ? title : messagesOf(owner, locale)[key];
  return typeof message === 'string' ? `${message} · ${name}` : name;
}
