import type {Host, ModuleDefinition, ModuleHead, ModuleManifest, PortalError} from '@openchoreo/portal-contract';

/** What an active module has; all of it is undone by one call. */
export interface ActiveModule {
  readonly manifest: ModuleManifest;
  readonly host: Host;
  readonly hooks: NonNullable<ModuleDefinition['hooks']>;
  /** Aborts the module's signal and undoes what it registered. */
  readonly dispose: () => void;
}

/** Where a module is in its life. Each status holds what only it has. */
export type ModuleCondition =
  | {readonly status: 'registered'}
  | {
      readonly status: 'activating';
      readonly ready: Promise<ActiveModule>;
      /** Undoes at once what it has registered so far; `ready` rejects with `MODULE_DISABLED`. */
      readonly cancel: () => void;
    }
  | {readonly status: 'active'; readonly ready: Promise<ActiveModule>; readonly active: ActiveModule}
  | {readonly status: 'deactivating'; readonly done: Promise<void>}
  | {readonly status: 'deactivated'}
  | {readonly status: 'failed' | 'quarantined'; readonly error: PortalError};

export type ModuleRecord = ModuleCondition & {
  readonly head: ModuleHead;
  /** Milliseconds since the epoch of the last transition. */
  readonly since: number;
};
