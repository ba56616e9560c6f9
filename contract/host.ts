import type {Commands} from './commands.ts';
import type {
  DeclaredAction,
  DeclaredModule,
  HeardEvents,
  OwnExtensionPoints,
  PublishedEvents,
  SettingValues,
  WholeStore,
} from './declared.ts';
import type {Dispose} from './dispose.ts';
import type {EventBus} from './events.ts';
import type {Contribution, ExtensionPoints} from './extension-points.ts';
import type {LiveData} from './live.ts';
import type {ExplainedModule, Explanation} from './explanation.ts';
import type {ModuleTabStatus, ModuleTransition} from './lifecycle.ts';
import type {ModuleConfig} from './module-config.ts';
import type {NotificationDraft} from './notifications.ts';
import type {ObserverClient} from './observer/client.ts';
import type {OpenChoreoClient} from './openchoreo/client.ts';
import type {Permission} from './permissions.ts';
import type {Perspective} from './perspective.ts';
import type {Params} from './routes/params.ts';
import type {Scope} from './scope.ts';
import type {ReadableStore} from './store.ts';
import type {OwnPreferences} from './own-preferences.ts';
import type {Settings} from './settings.ts';
import type {Stores} from './stores.ts';
import type {ModuleCheck, Theme, User} from './composition.ts';

/**
 * What a module gets from the portal. One object per module, handed to `onActivate` and, through context, to every
 * element of the module. Everything registered through it is undone when the module deactivates.
 *
 * `Host<typeof config>` is the host of the module with that config: asking it for something that the config does not
 * declare is a type error. `Host` alone is the host of a module that is not known while compiling.
 */
export interface Host<M extends ModuleConfig = ModuleConfig> {
  readonly module: {readonly id: M['id']; readonly version: M['version']};
  /** Aborted when the module is deactivated. */
  readonly signal: AbortSignal;
  readonly api: OpenChoreoClient;
  readonly observer: ObserverClient;
  /** The portal's own API on the gateway. */
  readonly portal: PortalClient;
  readonly state: GlobalState;
  readonly live: LiveData;
  readonly stores: Stores<DeclaredModule<M>, WholeStore<M>, M['id']>;
  readonly settings: Settings<SettingValues<M>>;
  readonly preferences: OwnPreferences;
  readonly navigation: Navigation;
  readonly events: EventBus<PublishedEvents<M>, HeardEvents<M>>;
  readonly permissions: Permissions<DeclaredAction<M>>;
  readonly messages: Messages;
  readonly notifications: Notifications;
  readonly contributions: Contributions<OwnExtensionPoints<M>>;
  readonly commands: Commands;
  readonly modules: ModuleStates;
  readonly log: Logger;
}

/** The shared values every module sees; the selection and the perspective are kept in the page's address. */
export interface GlobalState {
  readonly user: ReadableStore<User>;
  readonly selection: ReadableStore<Scope>;
  readonly perspective: ReadableStore<Perspective>;
  readonly theme: ReadableStore<Theme>;
  readonly locale: ReadableStore<string>;
  /** Changes what is named and, below it, clears what no longer fits: a new namespace clears the project. */
  select(change: Partial<Record<keyof Scope, string | null>>): void;
  /** Changes to the other perspective as the person would, and keeps it; resolves when that is done or was declined. */
  setPerspective(perspective: Perspective): Promise<void>;
}

export interface Navigation {
  /** Address of a path with the current selection and perspective kept: for `href`, so that links open in new tabs. */
  href(path: string, change?: Partial<Record<keyof Scope, string | null>>): string;
  /** Goes there as a click on the link would. */
  go(
    path: string,
    options?: {readonly replace?: boolean; readonly select?: Partial<Record<keyof Scope, string | null>>},
  ): void;
  /**
   * Asks before the page is left while `isDirty` is true (route change, reload, closing the tab).
   */
  guard(isDirty: () => boolean): Dispose;
  /** The name shown for the page in the title and the breadcrumb, for what only the page knows (`Cart service`). */
  title(text: string): void;
}

/**
 * Where the page is: the module's own path with its parameters and query. `RouteLocation<'/reports/:id'>` is that of a
 * page at this path, from its module's base on.
 */
export interface RouteLocation<Path extends string = string> {
  readonly path: string;
  readonly params: Params<Path>;
  readonly query: URLSearchParams;
}

/**
 * What the user may do. Answers come from one profile per scope; what it does not settle is asked in batches.
 * Courtesy only: the gateway and the platform enforce the same.
 */
export interface Permissions<A extends Permission = Permission> {
  /** Follows the answer for the scope (default: the current selection). `undefined` while it is being asked. */
  watch(action: A, scope?: Scope): ReadableStore<boolean | undefined>;
  can(action: A, scope?: Scope): Promise<boolean>;
  /** Whether the user holds the action in some scope, as far as is known now. */
  has(action: A): boolean;
  /** `fn`, but rejecting with `PERMISSION_DENIED` when the user may not. */
  guard<Args extends readonly unknown[], R>(
    action: A,
    fn: (...args: Args) => R | Promise<R>,
    scope?: Scope,
  ): (...args: Args) => Promise<R>;
}

/** The module's catalogue in the user's language. A missing key yields the key itself and a warning in the log. */
export interface Messages {
  text(key: string, values?: Readonly<Record<string, unknown>>): string;
  /** The portal's sentence for an error; the error's own where the portal has none in the user's language. */
  error(error: unknown): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  date(value: Date | string, options?: Intl.DateTimeFormatOptions): string;
  /** «3 days ago», in the user's language. */
  relative(value: Date | string): string;
  /** Calls back when the language changed and the new catalogue is there. */
  onChange(listener: () => void): Dispose;
}

export interface Notifications {
  /** Shows a short message; returns the way to take it back. Errors stay until dismissed. */
  show(notice: {
    readonly kind: 'success' | 'info' | 'warning' | 'error';
    readonly text: string;
    readonly detail?: string;
    readonly action?: {readonly label: string; readonly run: () => void};
  }): Dispose;
  /** Shows what went wrong with its sentence, its code and the way out. */
  error(error: unknown): void;
  /** Asks in a modal dialog. With `expect`, the person must type that text first. Resolves to false when dismissed. */
  confirm(question: {
    readonly title: string;
    readonly text: string;
    readonly confirm: string;
    readonly danger?: boolean;
    readonly expect?: string;
  }): Promise<boolean>;
  /**
   * Puts it into the person's notification centre, in all their tabs, until they read it. Resolves with whether it was
   * kept and never rejects: a module may add twenty within a minute, and why one was left out is said once, in the log
   * and in the centre.
   */
  add(notification: NotificationDraft): Promise<boolean>;
}

export interface Contributions<Points = ExtensionPoints> {
  /** What is shown at the point now, in order; follows modules, permissions and the perspective. */
  at<P extends keyof Points & string>(point: P): ReadableStore<readonly Contribution<Points[P]>[]>;
  /**
   * An element that shows the contribution's component once it is in the page: it activates the contributing module,
   * gives its elements their host, and shows what happened when that fails. Make one per contribution and keep it.
   */
  createElement(contribution: Contribution<unknown>): HTMLElement;
}

export interface ModuleState {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly status: ModuleTabStatus;
  /** Milliseconds since the epoch of the last transition. */
  readonly since: number;
  readonly error?: {readonly code: string; readonly message: string};
}

export interface ModuleStates {
  /** Every module of this tab's composition with its state, live. */
  readonly all: ReadableStore<readonly ModuleState[]>;
  /** Why the module is or is not shown in this tab, in the order the portal decides. */
  explain(id: string): readonly ModuleCheck[];
  /** Why the module and everything it adds is or is not shown; `module` as the gateway or a manifest tells it. */
  explainParts(module: ExplainedModule): Promise<readonly Explanation[]>;
  /** What became of the module in this tab so far, in order; the last hundred steps. */
  timeline(id: string): readonly ModuleTransition[];
}

export interface PortalClient {
  /** JSON in, JSON out. Rejects with the `PortalError` that the problem document names. */
  request(
    path: `/api/portal/${string}`,
    init?: {method?: string; body?: unknown; signal?: AbortSignal},
  ): Promise<unknown>;
}

export interface Logger {
  debug(message: string, details?: unknown): void;
  warn(message: string, details?: unknown): void;
  error(message: string, details?: unknown): void;
}
