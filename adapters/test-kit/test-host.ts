import {I18n} from '@lingui/core';
import {
  type CommandState,
  type Contribution,
  type Explanation,
  type Host,
  type ModuleCheck,
  type ModuleState,
  type ModuleTransition,
  type OwnPreference,
  type Permission,
  type Perspective,
  PortalError,
  type Scope,
  type Theme,
  type User,
} from '@openchoreo/portal-contract';
import {atom, computed, type WritableAtom} from 'nanostores';
import {compileCatalogue} from './compile-catalogue.ts';
import {createTestPlatform, type TestPlatform} from './test-platform.ts';

export interface TestHostOptions {
  readonly module: string;
  /** The module's catalogue: ICU text by key. */
  readonly messages: Readonly<Record<string, string>>;
  readonly scope?: Scope;
  readonly perspective?: Perspective;
  /** Default: everything is allowed. */
  readonly allows?: (action: Permission, scope: Scope) => boolean | undefined;
  /** What a confirmation is answered with. Default: yes. */
  readonly confirms?: () => boolean;
  /** Values of the module's settings by key; a test may change them while the module runs. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Commands there are, by full id. */
  readonly commands?: Readonly<Record<string, Omit<CommandState, 'id'>>>;
  /** The observer: what a call of it resolves to. */
  readonly observer?: (path: string, init?: {method?: string; body?: unknown}) => unknown;
  /** The gateway: what a call of the portal's own API resolves to. */
  readonly portal?: (path: string, init?: {method?: string; body?: unknown}) => unknown;
}

/** A host whose stores a test can set, and which remembers what a module did with it. */
export interface TestHost extends Host {
  readonly platform: TestPlatform;
  readonly scope: WritableAtom<Scope>;
  readonly perspective: WritableAtom<Perspective>;
  readonly cards: WritableAtom<readonly Contribution<unknown>[]>;
  readonly states: WritableAtom<readonly ModuleState[]>;
  /** What was shown before the platform answered, as `components cart`, with how it ended. */
  readonly previews: readonly {readonly of: string; ended?: 'confirmed' | 'undone'}[];
  /** The stores of modules by id: `set` them to what the module is to read. What it writes goes there, unchecked. */
  readonly storeValues: (module: string) => WritableAtom<Readonly<Record<string, unknown>>>;
  /** What holds of the module's settings. */
  readonly settingValues: WritableAtom<Readonly<Record<string, unknown>>>;
  /** Checks by module id, for `modules.explain`. */
  readonly explained: Map<string, readonly ModuleCheck[]>;
  /** Explanations by module id, for `modules.explainParts`. */
  readonly parts: Map<string, readonly Explanation[]>;
  /** Steps by module id, for `modules.timeline`. */
  readonly timelines: Map<string, readonly ModuleTransition[]>;
  /** Where the module went. */
  readonly visits: string[];
  /** Messages shown, as `kind: text`; errors as `error: message`. */
  readonly notices: string[];
  /** Commands that were run, as `id` or `id {"input":…}`. */
  readonly runs: string[];
  /** Texts of the questions asked. */
  readonly questions: string[];
  readonly isDirty: () => boolean;
  /** Publishes an event of the portal. */
  publish(name: string, payload: unknown): void;
  /** Keys the catalogue lacks. */
  readonly missing: string[];
}

const USER: User = {id: 'u1', name: 'Dana Developer', email: 'dana@acme.example', groups: ['developers']};

export function createTestHost(options: TestHostOptions): TestHost {
  const {
    allows = () => true,
    confirms = () => true,
    portal = () => undefined,
    observer = () => undefined,
    commands = {},
  } = options;
  const platform = createTestPlatform();
  const scope = atom<Scope>(options.scope ?? {namespace: 'acme'});
  const perspective = atom<Perspective>(options.perspective ?? 'development');
  const cards = atom<readonly Contribution<unknown>[]>([]);
  const states = atom<readonly ModuleState[]>([]);
  const preferences: OwnPreference = {theme: 'system', locale: 'en', perspective: 'development'};
  const settingValues = atom<Readonly<Record<string, unknown>>>(options.settings ?? {});
  const [visits, notices, questions, missing]: [string[], string[], string[], string[]] = [[], [], [], []];
  const explained = new Map<string, readonly ModuleCheck[]>();
  const runs: string[] = [];
  const run = async (id: string, input?: unknown): Promise<void> =>
    void runs.push(input === undefined ? id : `${id} ${JSON.stringify(input)}`);
  const parts = new Map<string, readonly Explanation[]>();
  const timelines = new Map<string, readonly ModuleTransition[]>();
  const guards = new Set<() => boolean>();
  const previews: {readonly of: string; ended?: 'confirmed' | 'undone'}[] = [];
  const stores = new Map<string, WritableAtom<Readonly<Record<string, unknown>>>>();
  const storeValues = (module: string): WritableAtom<Readonly<Record<string, unknown>>> => {
    const values = stores.get(module) ?? atom({});
    stores.set(module, values);
    return values;
  };
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const i18n = new I18n({
    locale: 'en',
    messages: {en: compileCatalogue(options.messages) as Record<string, never>},
    missing: (_, key) => (missing.push(key), key),
  });
  const toAddress = (path: string, change: Partial<Record<keyof Scope, string | null>> = {}): string => {
    const url = new URL(path, location.origin);
    for (const [field, value] of Object.entries({...scope.get(), ...change})) {
      if (value) url.searchParams.set(field, value);
    }
    return url.pathname + url.search;
  };

  const host = {
    module: {id: options.module, version: '0.1.0'},
    signal: new AbortController().signal,
    api: platform.client,
    observer: {request: async (path: string, init?: {method?: string; body?: unknown}) => observer(path, init)},
    portal: {request: async (path: string, init?: {method?: string; body?: unknown}) => portal(path, init)},
    state: {
      user: atom(USER),
      selection: scope,
      perspective,
      theme: atom<Theme>('light'),
      locale: atom('en'),
      setPerspective: async (value: Perspective) => perspective.set(value),
      select(change: Partial<Record<keyof Scope, string | null>>) {
        const next = Object.entries({...scope.get(), ...change}).filter(([, value]) => value);
        scope.set(Object.fromEntries(next));
      },
    },
    live: {
      watch: () => atom({status: 'pending'}),
      follow: () => () => {},
      preview({kind, name}: {kind: string; name: string}) {
        const shown: {readonly of: string; ended?: 'confirmed' | 'undone'} = {of: `${kind} ${name}`};
        previews.push(shown);
        return {
          turn: Promise.resolve(),
          confirm: () => (shown.ended ??= 'confirmed'),
          undo: () => (shown.ended ??= 'undone'),
        };
      },
    },
    stores: {
      get: storeValues,
      load: async (module: string) => storeValues(module),
      set: (module: string, change: Readonly<Record<string, unknown>>) =>
        storeValues(module).set({...storeValues(module).get(), ...change}),
    },
    navigation: {
      href: toAddress,
      go: (path: string, {select}: {select?: Partial<Record<keyof Scope, string | null>>} = {}) =>
        void visits.push(select ? toAddress(path, select) : path),
      guard(isDirty: () => boolean) {
        guards.add(isDirty);
        return () => void guards.delete(isDirty);
      },
      title: () => {},
    },
    events: {
      emit: (name: string, payload: unknown) => listeners.get(name)?.forEach((listener) => listener(payload)),
      on(name: string, listener: (payload: unknown) => void) {
        const set = listeners.get(name) ?? new Set();
        listeners.set(name, set.add(listener));
        return () => void set.delete(listener);
      },
    },
    preferences: {
      locales: ['en', 'de'],
      get: () => preferences,
      set: async (change: Partial<OwnPreference>) => void Object.assign(preferences, change),
    },
    settings: {
      get: (key: string) => settingValues.get()[key],
      watch: (key: string) => computed(settingValues, (values) => values[key]),
      set: async (key: string, value: unknown) => settingValues.set({...settingValues.get(), [key]: value}),
    },
    permissions: {
      watch: (action: Permission, at: Scope = scope.get()) => atom(allows(action, at)),
      can: async (action: Permission, at: Scope = scope.get()) => allows(action, at) ?? false,
      has: (action: Permission) => allows(action, {}) ?? false,
      guard:
        (action: Permission, fn: (...args: never[]) => unknown, at: Scope = scope.get()) =>
        async (...args: never[]) => {
          if (!allows(action, at)) throw new PortalError('PERMISSION_DENIED', [action]);
          return fn(...args);
        },
    },
    messages: {
      text: (key: string, values?: Readonly<Record<string, unknown>>) => i18n._(key, {...values}),
      error: (error: unknown) => (error instanceof Error ? error.message : JSON.stringify(error)),
      number: (value: number, format?: Intl.NumberFormatOptions) => new Intl.NumberFormat('en', format).format(value),
      date: (value: Date | string) => new Date(value).toISOString(),
      relative: () => '3 days ago',
      onChange: () => () => {},
    },
    notifications: {
      show: ({kind, text}: {kind: string; text: string}) => (notices.push(`${kind}: ${text}`), () => {}),
      error: (error: unknown) =>
        void notices.push(`error: ${error instanceof Error ? error.message : JSON.stringify(error)}`),
      confirm: async ({text}: {text: string}) => (questions.push(text), confirms()),
      add: async ({kind, title}: {kind: string; title: string}) => notices.push(`kept ${kind}: ${title}`) > 0,
    },
    contributions: {at: () => cards, createElement: () => document.createElement('div')},
    commands: {
      run,
      press: run,
      watch: (id: string) => atom(commands[id] && {id, ...commands[id]}),
    },
    modules: {
      all: states,
      explain: (id: string) => explained.get(id) ?? [],
      explainParts: async ({id}: {id: string}) => parts.get(id) ?? [],
      timeline: (id: string) => timelines.get(id) ?? [],
    },
    log: {debug: () => {}, warn: () => {}, error: () => {}},
    platform,
    scope,
    perspective,
    cards,
    states,
    previews,
    storeValues,
    settingValues,
    explained,
    parts,
    timelines,
    visits,
    notices,
    runs,
    questions,
    missing,
    isDirty: () => [...guards].some((guard) => guard()),
    publish: (name: string, payload: unknown) => listeners.get(name)?.forEach((listener) => listener(payload)),
  };
  return host as unknown as TestHost;
}
