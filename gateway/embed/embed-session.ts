import type {
  Boot,
  CompiledMessages,
  EmbeddedModule,
  EmbedQuestion,
  EmbedSession,
  ModuleManifest,
  PortalBuild,
  Scope,
  WithheldFromEmbed,
} from '@openchoreo/portal-contract';
import type {PermissionReader} from '../api/index.ts';
import type {Composer} from '../composition/index.ts';
import {pickLocale} from '../http/index.ts';
import type {PreferenceStore, SettingStore} from '../portal-api/index.ts';
import type {AcceptedModule} from '../registry/index.ts';
import type {ActiveSession} from '../sessions/index.ts';
import type {ClientFiles} from '../static/index.ts';
import type {CodeTickets} from './code-tickets.ts';

export interface EmbedSessionOptions {
  readonly build: PortalBuild;
  readonly composer: Composer;
  readonly permissions: PermissionReader;
  readonly preferences: PreferenceStore;
  readonly settings: SettingStore;
  readonly tickets: CodeTickets;
  readonly files: ClientFiles;
}

/** What the host in a page of the origin starts with: the modules its elements are of, as far as the person has them. */
export async function readEmbedSession(
  {modules: wanted, lang}: EmbedQuestion,
  asker: {readonly session: ActiveSession; readonly origin: string},
  options: EmbedSessionOptions,
): Promise<EmbedSession> {
  const {session, origin} = asker;
  const {build, composer, tickets} = options;
  const locales = Object.keys(build.messages);
  const [held, {scope}] = await Promise.all([composer.modulesFor(session), options.preferences.read(session, lang)]);
  const given = withNeeded(wanted, held);
  const selected: Scope = scope.namespace === undefined ? {} : {namespace: scope.namespace};
  const ticket = tickets.make(origin, Object.fromEntries(given.map(({id, version}) => [id, version])));
  const locale = pickLocale(lang, locales);
  const [profile, messages, settings] = await Promise.all([
    readProfile(options.permissions, session, selected),
    readMessages(build.messages[locale] ?? '', options.files),
    options.settings.read(given, session.user.id),
  ]);
  return {
    user: session.user,
    locale,
    locales,
    scope: selected,
    profile,
    modules: given.map((module) => toEmbedded(module, build, `/embed/code/${ticket}/`)),
    withheld: await Promise.all(
      wanted.filter((id) => !given.some((one) => one.id === id)).map((id) => toWithheld(id, session, composer)),
    ),
    messages,
    settings,
  };
}

/** Of the shell's catalogue, what its boundaries say. */
async function readMessages(file: string, files: ClientFiles): Promise<CompiledMessages> {
  const all = JSON.parse((await files.text(file)) ?? '{}') as CompiledMessages;
  return Object.fromEntries(Object.entries(all).filter(([key]) => /^(error|page[.]failed)[.]/.test(key)));
}

async function toWithheld(id: string, session: ActiveSession, composer: Composer): Promise<WithheldFromEmbed> {
  return {id, ...((await composer.whyWithheld(session, id)) ?? {reason: 'unknown'})};
}

/** The wanted modules that can be embedded, and all that they need. */
function withNeeded(wanted: readonly string[], held: readonly AcceptedModule[]): readonly AcceptedModule[] {
  const found = new Map<string, AcceptedModule>();
  const add = (id: string): void => {
    const module = held.find((one) => one.id === id);
    if (module === undefined || found.has(id)) return;
    found.set(id, module);
    for (const other of Object.keys(module.manifest.dependencies?.modules ?? {})) add(other);
  };
  for (const id of wanted) if (held.find((one) => one.id === id)?.manifest.elements?.length) add(id);
  return [...found.values()];
}

async function readProfile(
  permissions: PermissionReader,
  session: ActiveSession,
  scope: Scope,
): Promise<Boot['profile']> {
  try {
    return {scope, profile: await permissions.profile(session, scope)};
  } catch {
    return null; // the host asks itself, and says what it gets
  }
}

function toEmbedded({id, version, manifest}: AcceptedModule, build: PortalBuild, code: string): EmbeddedModule {
  const embed = build.modules.find((one) => one.id === id && one.version === version)?.embed;
  const {name, apiVersion, dependencies, events, activation, settings} = manifest;
  const elements = embed?.elements.map(({tag, entry, export: as}) => ({tag, component: {entry, export: as}}));
  return {
    base: `${code}${id}/${version}/`,
    manifest: {
      ...{id, name, version, apiVersion, dependencies, events, activation, settings},
      elements: elements ?? [],
      messages: embed?.messages ?? {},
      ...(embed?.main && {main: embed.main}),
    } satisfies ModuleManifest,
  };
}
