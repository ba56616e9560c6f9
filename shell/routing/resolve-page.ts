import {
  findRoute,
  showsIn,
  toRedirect,
  type ModuleHead,
  type ModuleManifest,
  type Permission,
  type Perspective,
  type PerspectiveTarget,
  type RouteMatch,
  type Scope,
  type WithheldModule,
} from '@openchoreo/portal-contract';
import type {PageState} from '../services.ts';
import type {RouteOwner} from './route-table.ts';

/** What stands at a path, decided before any code of the module is fetched. */
export type Resolution =
  | {readonly kind: 'page'; readonly head: ModuleHead; readonly manifest: ModuleManifest; readonly match: RouteMatch}
  | {readonly kind: 'redirect'; readonly path: string}
  | {readonly kind: 'state'; readonly state: PageState};

export interface ResolveOptions {
  readonly findByPath: (path: string) => RouteOwner | undefined;
  readonly manifest: (head: ModuleHead) => Promise<ModuleManifest>;
  /** Whether the person holds the action in some scope; asks when that is not known yet. */
  readonly holds: (action: Permission, scope: Scope) => Promise<boolean>;
}

export interface Place {
  readonly path: string;
  readonly scope: Scope;
  readonly perspective: Perspective;
}

/**
 * Finds the page of a path and asks the guards in order: module, then each route from the outermost; of each its
 * permissions, then its perspective. Rejects with a `PortalError` when the manifest cannot be had.
 */
export async function resolvePage(place: Place, options: ResolveOptions): Promise<Resolution> {
  const {path} = place;
  const found = options.findByPath(path);
  if (!found) return toState({status: 'not-found', path});
  if (found.kind === 'withheld') return toState(toWithheldState(path, found.module));
  const {head} = found;

  const atModule = await guard(place, head.permissions, [head.perspective, head.basePerspective], options);
  if (atModule) return atModule;

  const manifest = await options.manifest(head);
  const base = toBase(head.base);
  const match = findRoute(manifest.routes?.definitions ?? [], path.slice(base.length), place.perspective);
  if (!match) return toState({status: 'not-found', path});
  for (const route of match.chain) {
    const refused = await guard(place, route.permissions, [route.perspective], options);
    if (refused) return refused;
  }

  const to = toRedirect(match, base);
  return to === undefined ? {kind: 'page', head, manifest, match} : {kind: 'redirect', path: to};
}

async function guard(
  {path, scope, perspective}: Place,
  permissions: readonly Permission[] = [],
  targets: readonly (PerspectiveTarget | undefined)[],
  options: ResolveOptions,
): Promise<Resolution | undefined> {
  const held = await Promise.all(permissions.map((permission) => options.holds(permission, scope)));
  const missing = permissions[held.indexOf(false)];
  if (missing !== undefined) return toState({status: 'denied', path, permission: missing});
  const other = targets.find((target) => !showsIn(target, perspective));
  if (other === undefined || other === 'both') return undefined;
  return toState({status: 'other-perspective', path, perspective: other});
}

function toWithheldState(path: string, {name, reason, permission = ''}: WithheldModule): PageState {
  return reason === 'denied' ? {status: 'denied', path, permission} : {status: 'disabled', path, module: name};
}

/** A base without its last slash, so that a path below it begins with one. */
export function toBase(base: string | undefined): string {
  return (base ?? '/').replace(/\/$/, '');
}

function toState(state: PageState): Resolution {
  return {kind: 'state', state};
}
