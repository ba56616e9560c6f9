import type {ModuleManifest} from '@openchoreo/portal-contract';

/** What holds of a setting: what was set, else the default. */
export function settingValue(
  {settings = []}: Pick<ModuleManifest, 'settings'>,
  values: Readonly<Record<string, unknown>>,
  key: string,
): unknown {
  return Object.hasOwn(values, key) ? values[key] : settings.find((one) => one.key === key)?.default;
}
