import type {
  Boot,
  Contributions,
  Dispose,
  GlobalState,
  Messages,
  Navigation,
  NavigationHead,
  OpenChoreoClient,
  Permissions,
  Perspective,
  PortalClient,
  PortalError,
  ReadableStore,
  Theme,
} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';
import type {CommandCenter} from './commands/command-center.ts';
import type {Inbox} from './notifications/inbox.ts';
import type {RoleView} from './permissions/role-view.ts';
import type {PreferenceKeeper} from './state/preferences.ts';

/** What the frame's elements work with, wired in `main.ts` and handed down as a property. */
export interface ShellServices {
  readonly boot: Boot;
  readonly api: OpenChoreoClient;
  readonly portal: PortalClient;
  readonly queryClient: QueryClient;
  readonly state: ShellState;
  readonly links: Navigation;
  readonly permissions: Permissions;
  /** The shell's own catalogue. */
  readonly messages: Messages;
  /** Navigation of the current perspective that the user may see, in order, following modules and permissions. */
  readonly navigation: ReadableStore<readonly NavigationEntry[]>;
  readonly page: ReadableStore<PageState>;
  readonly notices: Notices;
  readonly session: SessionControl;
  readonly roleView: RoleView;
  readonly preferences: PreferenceKeeper;
  readonly contributions: Contributions;
  /** Fetched when first asked for, as is the inbox. */
  readonly commands: () => Promise<CommandCenter>;
  readonly inbox: () => Promise<Inbox>;
  /** Notifications the person has not read; `undefined` until that is known. */
  readonly unread: ReadableStore<number | undefined>;
  readonly overlays: Overlays;
}

/** Dialogs over the page whose code is fetched when they are opened. */
export interface Overlays {
  /** The command palette. */
  palette(): void;
  /** The list of keyboard shortcuts. */
  shortcuts(): void;
  /** The choice of a role to look at the portal with. */
  viewAs(): void;
}

/** The global state with the setters only the frame uses; each is kept on the server as a preference. */
export interface ShellState extends GlobalState {
  setTheme(theme: Theme): void;
  /** Resolves when the new catalogues are loaded and shown. */
  setLocale(locale: string): Promise<void>;
}

export interface NavigationEntry extends Omit<NavigationHead, 'children'> {
  readonly module: string;
  readonly children: readonly NavigationEntry[];
}

export interface Breadcrumb {
  readonly label: string;
  readonly path: string;
}

/** What the outlet shows. Each state holds what only that state has. */
export type PageState =
  | {readonly status: 'loading'; readonly path: string}
  | {
      readonly status: 'shown';
      readonly path: string;
      readonly title: string;
      readonly breadcrumbs: readonly Breadcrumb[];
      readonly layout: 'default' | 'full' | 'minimal';
    }
  | {readonly status: 'not-found'; readonly path: string}
  | {readonly status: 'denied'; readonly path: string; readonly permission: string}
  | {readonly status: 'disabled'; readonly path: string; readonly module: string}
  | {readonly status: 'other-perspective'; readonly path: string; readonly perspective: Perspective}
  | {
      readonly status: 'failed';
      readonly path: string;
      readonly module: string;
      readonly error: PortalError;
      readonly retry: () => void;
    };

export interface Notice {
  readonly id: number;
  readonly kind: 'success' | 'info' | 'warning' | 'error';
  readonly text: string;
  readonly detail?: string;
  readonly code?: string;
  readonly action?: {readonly label: string; readonly run: () => void};
}

export interface Question {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly expect?: string;
  readonly answer: (yes: boolean) => void;
}

export interface Notices {
  readonly shown: ReadableStore<readonly Notice[]>;
  readonly question: ReadableStore<Question | undefined>;
  dismiss(id: number): void;
  show(notice: Omit<Notice, 'id'>): Dispose;
}

export interface SessionControl {
  /** True from the first request the gateway answered with «signed out» until the person signed in again. */
  readonly expired: ReadableStore<boolean>;
  /** Opens sign-in in another window and resolves when the session is back; the page keeps its state. */
  signInAgain(): Promise<void>;
  signOut(): void;
}
