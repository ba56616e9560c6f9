import type {ModuleManifest, PortalClient, ReadableStore, Settings} from '@openchoreo/portal-contract';
import {atom, computed, type WritableAtom} from 'nanostores';
import {settingValue} from './setting-value.ts';

type Values = Readonly<Record<string, unknown>>;

export interface SettingKeeper {
  /** Gets what was set of the module's settings, unless it is here already. Never rejects: then the defaults hold. */
  load(manifest: ModuleManifest): Promise<void>;
  /** The settings of one module, which `load` got. */
  of(manifest: ModuleManifest): Settings;
  /** Gets what was set again: of the module, or of all that were loaded. What was not loaded is left alone. */
  refresh(module?: string): Promise<void>;
}

/** What people set of modules' settings. The gateway checks what it keeps and gives; here it holds as it is. */
export function createSettings(options: {
  /** Came inside the page, by module. */
  readonly inline: Readonly<Record<string, Values>> | undefined;
  readonly portal: PortalClient;
  readonly report: (module: string, error: unknown) => void;
}): SettingKeeper {
  const kept = new Map<string, WritableAtom<Values>>();

  async function ask(module: string, init?: {method: string; body: unknown}): Promise<void> {
    const answer = (await options.portal.request(`/api/portal/settings/${module}`, init)) as {values: Values};
    kept.get(module)?.set(answer.values);
  }

  const refresh = (module: string): Promise<void> =>
    ask(module).catch((error: unknown) => options.report(module, error));

  return {
    async load({id, settings}) {
      if (!settings?.length || kept.has(id)) return;
      const inline = options.inline?.[id];
      kept.set(id, atom(inline ?? {}));
      if (!inline) await refresh(id);
    },
    of(manifest) {
      const {id} = manifest;
      const stores = new Map<string, ReadableStore<unknown>>();
      const get = (key: string): unknown => settingValue(manifest, kept.get(id)?.get() ?? {}, key);
      return {
        get,
        watch(key) {
          const $values = kept.get(id) ?? atom({});
          const $value = stores.get(key) ?? computed($values, () => get(key));
          stores.set(key, $value);
          return $value;
        },
        set: (key, value) => ask(id, {method: 'PATCH', body: {key, value}}),
      };
    },
    async refresh(module) {
      await Promise.all([...kept.keys()].filter((id) => !module || id === module).map(refresh));
    },
  };
}
