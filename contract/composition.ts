import type {ContributionReport} from './contribution-report.ts';
import type {ModuleTransition} from './lifecycle.ts';
import type {IconNode} from './icon.ts';
import type {ContributionData, ModuleManifest, NavigationItem} from './manifest.ts';
import type {OpenChoreoKey} from './openchoreo/queries.ts';
import type {Permission, PermissionProfile} from './permissions.ts';
import type {Perspective, PerspectiveTarget} from './perspective.ts';
import type {Scope} from './scope.ts';
import type {RoleReference} from './view-as.ts';

/** What the shell knows of a module from the first moment: enough for navigation and routing, nothing more. */
export interface ModuleHead {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Address of the full manifest in the user's language; its entries are relative to it. */
  readonly manifest: string;
  /** Tells manifests of one version apart: what a consumer of `window.OpenChoreo` registers is known later than its code. */
  readonly revision?: string;
  readonly perspective?: PerspectiveTarget;
  readonly permissions?: readonly Permission[];
  /** First path of its pages, and the perspective they are for. */
  readonly base?: string;
  readonly basePerspective?: PerspectiveTarget;
  readonly navigation?: readonly NavigationHead[];
  /** Extension points it contributes to. */
  readonly contributes?: readonly string[];
  /** Absent when all its contributions are as they were meant. */
  readonly contributions?: ContributionReport;
  readonly activation?: readonly string[];
  /** Keyboard shortcuts of its commands: a key must work before anything else of the module is fetched. */
  readonly shortcuts?: readonly ShortcutHead[];
}

export interface ShortcutHead {
  /** Without the module: the contribution's id. */
  readonly command: string;
  readonly keys: string;
  readonly perspective?: PerspectiveTarget;
}

/** A navigation item whose label is in the user's language and whose icon is drawn already. */
export type NavigationHead = Omit<NavigationItem, 'icon' | 'children'> & {
  readonly icon?: readonly IconNode[];
  readonly children?: readonly NavigationHead[];
};

/** The exact set of module versions one session runs. `id` changes exactly when the set does. */
export interface Composition {
  readonly id: string;
  readonly modules: readonly ModuleHead[];
  /** Modules with pages that this session does not get, so that a link to one says why instead of «not found». */
  readonly withheld?: readonly WithheldModule[];
}

export interface WithheldModule {
  readonly name: string;
  readonly base: string;
  readonly reason: 'disabled' | 'denied';
  /** For `denied`: the permission that is missing. */
  readonly permission?: Permission;
}

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly groups: readonly string[];
}

export interface Session {
  readonly user: User;
  /** ISO time at which the session ends unless it is used before. */
  readonly expiresAt: string;
  /** The role an operator looks through: what the session may do is then no more than what the role may, and nothing is written. */
  readonly viewAs?: RoleReference | undefined;
}

export type Theme = 'system' | 'light' | 'dark';

/** What the portal keeps for a person, on the server. */
export interface Preferences {
  readonly theme: Theme;
  readonly locale: string;
  readonly perspective: Perspective;
  /** The selection used where an address names none. */
  readonly scope: Scope;
  /** `off`: no shortcut that is a single key without Ctrl, Alt or ⌘, or a sequence of such. */
  readonly singleKeys?: 'on' | 'off';
  /** What was last chosen in the command palette, the newest first. */
  readonly recents?: readonly RecentChoice[];
}

/** A page or a command. */
export interface RecentChoice {
  readonly title: string;
  readonly subtitle?: string;
  readonly icon?: string;
  readonly path?: string;
  /** Full id. */
  readonly command?: string;
}

/** Everything the shell needs to start, inline in the page as JSON (`<script type="application/json" id="portal-boot">`). */
export interface Boot {
  readonly portal: {
    readonly version: string;
    readonly apiVersion: number;
    readonly locales: readonly string[];
    /** The platform does not tell of its changes: data that is to be live is asked for again and again. */
    readonly polls?: boolean;
  };
  readonly session: Session;
  readonly preferences: Preferences;
  readonly composition: Composition;
  /** Full manifests of the modules that the current route shows. */
  readonly manifests: Readonly<Record<string, ModuleManifest>>;
  /** Deferred contributions of other modules to the route's extension points, by module and point: their places are kept before their manifests are fetched. */
  readonly deferred?: Readonly<Record<string, Readonly<Record<string, readonly ContributionData[]>>>>;
  /** Compiled catalogues in the user's language: of the shell under `portal`, and of those modules. */
  readonly messages: Readonly<Record<string, CompiledMessages>>;
  /** What was set of the settings of those modules, by module and key. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The profile of the current scope. */
  readonly profile: {readonly scope: Scope; readonly profile: PermissionProfile} | null;
  /** Notifications the person has not read. */
  readonly unread?: number;
  /** Only the portal's own modules are here, whatever is installed. */
  readonly safeMode?: true;
  /** First data of the current route, by query key. */
  readonly data: readonly {readonly queryKey: OpenChoreoKey; readonly data: unknown; readonly updatedAt: number}[];
}

/** Catalogue in the form that `@lingui/message-utils` compiles ICU messages to. */
export type CompiledMessages = Readonly<Record<string, string | readonly unknown[]>>;

/** One line of the module list that operators see (`GET /api/portal/modules`). */
export interface RegistryEntry {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Where it came from: a folder of this portal's sources, or the folder it was installed from. */
  readonly source: string;
  /** It was installed while the portal ran, and can be taken out of it again. */
  readonly isInstalled?: boolean;
  readonly status: 'enabled' | 'disabled' | 'refused';
  /** For `refused`: the error's code, sentence and every fault. */
  readonly problem?: {readonly code: string; readonly detail: string; readonly faults?: readonly string[]};
  readonly manifest?: ModuleManifest;
  /** Which of its contributions nobody gets to see, and why. Absent when there is none. */
  readonly contributions?: ContributionReport;
  /** Why the signed-in person's session has it or not, in order; the first that says no decides. */
  readonly checks: readonly ModuleCheck[];
  /** Modules that would go with it when it is disabled. */
  readonly dependents: readonly string[];
  readonly changedAt?: string;
  readonly changedBy?: string;
  /** The part of its life that is the same for everybody: found, read, checked, installed. */
  readonly transitions?: readonly ModuleTransition[];
}

/** One answer of the explanation: source, compatibility, consent, dependency, perspective, permission, load. */
export interface ModuleCheck {
  readonly check:
    'source' | 'manifest' | 'compatibility' | 'enabled' | 'dependency' | 'perspective' | 'permission' | 'load';
  readonly passed: boolean;
  /** Sentence for people, in the user's language where the portal made it. */
  readonly detail: string;
  /** The stable code, where the «no» is an error: `docs/errors/` has a page for it. */
  readonly code?: string;
}

/** Messages of `GET /api/portal/events` (server-sent events, `event:` is the type, `data:` is JSON). */
export type PortalMessage =
  | {readonly type: 'composition'; readonly data: {readonly id: string}}
  | {
      readonly type: 'change';
      readonly data: {
        readonly kind: string;
        readonly namespace?: string;
        readonly name: string;
        readonly action: string;
      };
    }
  /** Settings of the module have changed, for the person or for everybody. */
  | {readonly type: 'settings'; readonly data: {readonly module: string}}
  /** What is kept of a module's store for the person has changed. `writer` is the tab that did it. */
  | {readonly type: 'store'; readonly data: {readonly module: string; readonly writer: string}}
  /** Roles or bindings changed, or the role that is looked through: what the session may do is to be asked anew. */
  | {readonly type: 'permissions'; readonly data: {readonly viewAs?: RoleReference}}
  | {readonly type: 'notifications'; readonly data: {readonly unread: number}}
  | {readonly type: 'session-ended'; readonly data: Record<string, never>};
