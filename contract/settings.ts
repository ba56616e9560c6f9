import {describeValue} from './describe-value.ts';
import type {Fault} from './errors.ts';
import type {ModuleManifest} from './manifest.ts';
import type {ReadableStore} from './store.ts';

/** One setting, as a manifest declares it. */
export type Setting = NonNullable<ModuleManifest['settings']>[number];

/**
 * The values of a module's settings, as they hold for this person: what was set, else the default. They are there
 * before the module's first element is made, and follow what is set in other tabs.
 */
export interface Settings<Values = Readonly<Record<string, unknown>>> {
  get<K extends keyof Values & string>(key: K): Values[K];
  watch<K extends keyof Values & string>(key: K): ReadableStore<Values[K]>;
  /**
   * Keeps the value on the server, for the person or for everybody, as the setting says; `undefined` goes back to the
   * default. Rejects with `SETTING_INVALID`, or `PERMISSION_DENIED` for a setting of the whole portal.
   */
  set<K extends keyof Values & string>(key: K, value: Values[K] | undefined): Promise<void>;
}

/** One module of the settings page (`GET /api/portal/settings`), in the person's language. */
export interface SettingGroup {
  readonly module: string;
  readonly name: string;
  readonly description?: string;
  readonly settings: readonly Setting[];
  /** What was set; a setting that is not here has its default. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Characters of a text, and of JSON as it is written. */
const LONGEST_TEXT = 2000;
const LONGEST_JSON = 16_000;

/** What is wrong with a value of the setting; nothing when it fits. A `schema` is not looked at: it takes a library. */
export function findSettingFault(setting: Setting, value: unknown): Fault | undefined {
  const expected = isFitting(setting, value) ? undefined : expectation(setting);
  return expected === undefined ? undefined : {path: setting.key, found: describeValue(value), expected};
}

function isFitting({type, options = [], minimum, maximum}: Setting, value: unknown): boolean {
  const isOption = (one: unknown): boolean => options.some((option) => option.value === one);
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.length <= (maximum ?? LONGEST_TEXT) && value.length >= (minimum ?? 0);
    case 'number':
      return (
        Number.isFinite(value) && Number(value) >= (minimum ?? -Infinity) && Number(value) <= (maximum ?? Infinity)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'select':
      return isOption(value);
    case 'multiselect':
      return Array.isArray(value) && value.every(isOption) && new Set(value).size === value.length;
    case 'json':
      return value !== undefined && value !== null && JSON.stringify(value).length <= LONGEST_JSON;
  }
}

function expectation({type, options = [], minimum, maximum}: Setting): string {
  const range = [minimum === undefined ? '' : `at least ${minimum}`, maximum === undefined ? '' : `at most ${maximum}`];
  const limits = range.filter(Boolean).join(' and ');
  const choices = options.map(({value}) => JSON.stringify(value)).join(', ');
  switch (type) {
    case 'string':
      return `a text of ${limits || `at most ${LONGEST_TEXT}`} characters`;
    case 'number':
      return limits ? `a number, ${limits}` : 'a number';
    case 'boolean':
      return 'true or false';
    case 'select':
      return `one of ${choices}`;
    case 'multiselect':
      return `a list of ${choices}, each once`;
    case 'json':
      return `JSON of at most ${LONGEST_JSON} characters`;
  }
}
