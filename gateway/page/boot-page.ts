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
  type Scope,
} from '@openchoreo/portal-contract';
import type {PermissionReader, PlatformCaller} from '../api/index.ts';
import type {Composer} from '../composition/index.ts';
import {isPortalError} from '../http/index.ts';
import type {Log} from '../observability/index.ts';
import type {PreferenceStore} from '../portal-api/preference-store.ts';
import type {AcceptedModule} from '../registry/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import type {ClientFiles} from '../static/index.ts';
import {readFirstData} from './first-data.ts';
import {findByPath, matchRoute} from './match-route.ts';

export interface BootPage {
  readonly boot: Boot;
  readonly title: string;
  /** Addresses of the code the page runs first. */
  readonly preload: readonly string[];
}

/** Gathers everything one page starts with. */
export class BootReader {
  readonly #options: BootReaderOptions;
  #catalogues = new Map<string, CompiledMessages>();

  constructor(options: BootReaderOptions) {
    this.#options = options;
  }

  async read(session: ActiveSession, url: URL, acceptLanguage: string | undefined): Promise<BootPage> {
    const {build, composer, preferences: store} = this.#options;
    const [preferences, modules] = await Promise.all([
      store.read(session, acceptLanguage),
      composer.modulesFor(session),
    ]);
    const {scope, perspective} = readSelection(url.searchParams, preferences);
    const shown = this.#shown(modules, url.pathname, perspective);
    const [composition, profile, data, shellMessages] = await Promise.all([
      composer.compositionFor(session, preferences.locale),
      this.#profile(session, scope),
      readFirstData({caller: this.#options.caller, session, needs: shown.needs, params: shown.params, scope}),
      this.#shellMessages(preferences.locale),
    ]);
    const boot: Boot = {
      portal: {version: build.version, apiVersion: API_VERSION, locales: Object.keys(build.messages)},
      session: {user: session.user, expiresAt: session.expiresAt},
      preferences,
      composition,
      manifests: Object.fromEntries(
        shown.modules.map((module) => [module.id, composer.manifestOf(module, preferences.locale)]),
      ),
      messages: {
        portal: shellMessages,
        ...Object.fromEntries(
          shown.modules.map(({id, messages}) => [id, messages[preferences.locale] ?? messages['en'] ?? {}]),
        ),
      },
      profile,
      data,
    };
    const title = toTitle(boot, shown);
    return {boot, title, preload: [...new Set([build.shell.entry, ...build.shell.preload, ...shown.preload])]};
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
      owner: owner.id,
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
  readonly permissions: PermissionReader;
  readonly caller: PlatformCaller;
  readonly preferences: PreferenceStore;
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
  readonly owner?: string;
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

function toTitle(boot: Boot, shown: Shown): string {
  const name = 'OpenChoreo Portal';
  if (shown.title === undefined || shown.owner === undefined) return name;
  const key = /^%([\w.-]+)%$/.exec(shown.title)?.[1];
  const message = key === undefined ? shown.title : boot.messages[shown.owner]?.[key];
  return typeof message === 'string' ? `${message} · ${name}` : name;
}
