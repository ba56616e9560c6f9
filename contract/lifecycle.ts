/**
 * Where a module is in its life, in order. The first four are the portal's and the same for everybody, the others are
 * one tab's; `failed` and `quarantined` stand beside them.
 */
export type ModuleStatus =
  /** The gateway found it. */
  | 'discovered'
  /** Its manifest was read. */
  | 'loaded'
  /** Schema, claims, dependencies, versions and contributions were checked. */
  | 'validated'
  /** `onInstall` or `onUpdate` ran for this version, once for the whole portal. */
  | 'installed'
  /** The tab knows which paths are its. */
  | 'routes-registered'
  /** Its entries are in the navigation. No code of it is here yet. */
  | 'navigation-added'
  /** The tab knows it and can activate it. */
  | 'registered'
  | 'activating'
  | 'active'
  /** It was told of events or used; then it is active again. */
  | 'handling'
  | 'deactivating'
  | 'deactivated'
  /** Nothing it registered is left. */
  | 'cleaned-up'
  /** It is not in the portal any more. */
  | 'uninstalled'
  | 'failed'
  /** It kept failing; this tab leaves it alone until somebody tries again. */
  | 'quarantined';

/** The statuses in which a module rests or moves in a tab. */
export type ModuleTabStatus = Extract<
  ModuleStatus,
  'registered' | 'activating' | 'active' | 'deactivating' | 'deactivated' | 'failed' | 'quarantined'
>;

/** One step of a module's life. */
export interface ModuleTransition {
  readonly status: ModuleStatus;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** An error's code, who did it, which version it was before: what the step was about, where there is something. */
  readonly detail?: string;
  /** For `handling`: how often. */
  readonly count?: number;
}
