import type {CompiledMessages, ErrorCode, ModuleManifest, RefusedContribution} from '@openchoreo/portal-contract';

interface Listed {
  readonly id: string;
  readonly version: string;
  /** `/m/<id>/<version>/` */
  readonly base: string;
  readonly source: string;
  /** It came from the modules folder while the portal ran, not with the portal's build. */
  readonly isInstalled?: boolean;
}

/** A module whose manifest is good and that fits this portal. */
export interface AcceptedModule extends Listed {
  readonly status: 'accepted';
  /** With the contributions that fit their points. */
  readonly manifest: ModuleManifest;
  /** Tells manifests of one version apart: a consumer's grows when it is recorded what it registers. */
  readonly revision?: string;
  /** Contributions that do not fit, and why. */
  readonly refused?: readonly RefusedContribution[];
  /** Chunks to preload by entry, as addresses. */
  readonly preload: Readonly<Record<string, readonly string[]>>;
  /** Compiled messages by locale. */
  readonly messages: Readonly<Record<string, CompiledMessages>>;
}

/** A module that cannot run here, and everything that is wrong with it. */
export interface RefusedModule extends Listed {
  readonly status: 'refused';
  readonly problem: {readonly code: ErrorCode; readonly detail: string; readonly faults?: readonly string[]};
  readonly manifest?: ModuleManifest;
}

export type RegisteredModule = AcceptedModule | RefusedModule;
