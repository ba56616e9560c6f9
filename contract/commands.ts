import type {IconNode} from './icon.ts';
import type {HandlerContext, HandlerReference} from './handlers.ts';
import type {Scope} from './scope.ts';
import type {ReadableStore} from './store.ts';

/**
 * A contribution to `portal.commands`: one declaration of something a person can do, for buttons, the command palette
 * and the keyboard alike. Its full id is `<module>.<id>`. It either opens a page (`path`) or runs code (`handler`).
 */
export interface CommandData {
  readonly title: string;
  readonly description?: string;
  /** Name of a lucide icon, in kebab-case. */
  readonly icon?: string;
  /** Shown before the title where commands of several kinds stand together: «Theme». */
  readonly category?: string;
  /** Words people may look for it by, besides those of the title. */
  readonly keywords?: readonly string[];
  /** `G C` (keys after each other), `Shift+N`, `Mod+Enter` (`Mod` is Ctrl, on a Mac ⌘). */
  readonly shortcut?: string;
  /** What must be selected for it, with all above it. Its permissions are then asked in the selection, else anywhere. */
  readonly scope?: keyof Scope;
  readonly path?: string;
  readonly handler?: HandlerReference;
  /** JSON Schema of what the handler takes. A command that needs input is not in the palette. */
  readonly input?: Readonly<Record<string, unknown>>;
}

/** The export that a command's `handler` names. What it throws is shown to the person, with its code. */
export type CommandHandler<Input = unknown> = (input: Input, context: HandlerContext) => unknown;

/** `needs-scope`: something must be selected first. */
export type CommandStatus = 'available' | 'denied' | 'needs-scope' | 'running';

/** A command as the person may use it now. */
export interface CommandState {
  /** `<module>.<id>` */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly icon?: readonly IconNode[];
  readonly shortcut?: string;
  readonly status: CommandStatus;
  /** Why it cannot be used now, for people. */
  readonly reason?: string;
  /** Where it leads, for commands that open a page: so that a link can open in a new tab. */
  readonly href?: string;
}

export interface Commands {
  /**
   * Runs a command by its full id, with the same guard as everywhere. Resolves with what its handler gives back; a
   * second call while it runs gets the same promise. Rejects with a `PortalError`: `COMMAND_UNKNOWN`,
   * `PERMISSION_DENIED`, `COMMAND_NEEDS_SCOPE`, `INPUT_INVALID`, `HANDLER_FAILED`, `HANDLER_TIMEOUT` …
   */
  run(id: string, input?: unknown): Promise<unknown>;
  /** As `run`, for what a person pressed: never rejects, what went wrong is shown. */
  press(id: string, input?: unknown): Promise<void>;
  /** Follows a command; `undefined` while nothing is known of it, or when there is none of this id. */
  watch(id: string): ReadableStore<CommandState | undefined>;
}
