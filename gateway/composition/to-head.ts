import {
  localizeManifest,
  type ModuleHead,
  type ModuleManifest,
  type NavigationHead,
  type ShortcutHead,
} from '@openchoreo/portal-contract';
import type {AcceptedModule} from '../registry/index.ts';
import {reportOf} from './report-contributions.ts';
import type {IconSource} from './resolve-icon.ts';

/** The manifest in the language, or in English where the module does not speak it. */
export function localized(module: AcceptedModule, locale: string): ModuleManifest {
  return localizeManifest(module.manifest, module.messages[locale] ?? module.messages['en'] ?? {});
}

/** What the shell knows of a module from the first moment. Absent fields are left out: the head is in every page. */
export async function toHead(
  module: AcceptedModule,
  locale: string,
  icons: IconSource,
  opened: ReadonlySet<string>,
): Promise<ModuleHead> {
  const manifest = localized(module, locale);
  const navigation = await Promise.all((manifest.navigation ?? []).map((item) => toNavigation(item, icons)));
  return compact({
    id: module.id,
    name: manifest.name,
    version: module.version,
    manifest: `${module.base}manifest.json?lang=${locale}${module.revision ? `&r=${module.revision}` : ''}`,
    revision: module.revision,
    perspective: manifest.perspective,
    permissions: manifest.permissions,
    base: manifest.routes?.base,
    basePerspective: manifest.routes?.perspective,
    navigation: navigation.length > 0 ? navigation : undefined,
    contributes: manifest.contributes && Object.keys(manifest.contributes),
    contributions: reportOf(module, opened),
    activation: toActivation(manifest),
    shortcuts: toShortcuts(manifest),
  });
}

/**
 * What activates it beyond its pages and contributions: an event of another module that it subscribes to, too. Those of
 * the portal do not: they come with every page, and a module would never wait.
 */
function toActivation({id, activation = [], events}: ModuleManifest): readonly string[] | undefined {
  const others = (events?.subscribe ?? []).filter((name) => !['portal', id].includes(name.split(':')[0] ?? ''));
  const all = new Set([...activation, ...others.map((name) => `onEvent:${name}`)]);
  return all.size > 0 ? [...all] : undefined;
}

/** Shortcuts as they are written; whether one can be used is for the shell to say, which knows those of all modules. */
function toShortcuts({contributes}: ModuleManifest): readonly ShortcutHead[] | undefined {
  const shortcuts = (contributes?.['portal.commands'] ?? []).flatMap(({id, perspective, ...command}) => {
    const keys = command['shortcut'];
    return typeof keys === 'string' ? [compact({command: id, keys, perspective})] : [];
  });
  return shortcuts.length > 0 ? shortcuts : undefined;
}

async function toNavigation(
  item: NonNullable<ModuleManifest['navigation']>[number],
  icons: IconSource,
): Promise<NavigationHead> {
  const {icon, children, ...rest} = item;
  const heads = children && (await Promise.all(children.map((child) => toNavigation(child, icons))));
  return compact({...rest, icon: await icons.resolve(icon), children: heads});
}

function compact<T extends object>(object: T): {[K in keyof T]: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
