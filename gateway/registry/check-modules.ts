import {PortalError} from '@openchoreo/portal-contract';
import {satisfies} from 'semver';
import {findCycles} from './find-cycles.ts';
import {withdraw} from './read-module.ts';
import type {AcceptedModule, RegisteredModule} from './registered-module.ts';

/**
 * Refuses what does not fit together, every reason listed: the second of two with one id or one path, modules for
 * another portal, and modules whose dependencies are missing, of another version, circular or refused themselves.
 * Order decides who is second; the others stay as they are.
 */
export function checkModules(modules: readonly RegisteredModule[], portalVersion: string): readonly RegisteredModule[] {
  const claimed = checkClaims(modules, portalVersion);
  return checkDependencies(claimed);
}

function checkClaims(modules: readonly RegisteredModule[], portalVersion: string): readonly RegisteredModule[] {
  const ids = new Set<string>();
  const bases = new Map<string, string>();
  return modules.map((module) => {
    if (module.status === 'refused') return module;
    const errors: PortalError[] = [];
    if (ids.has(module.id)) errors.push(new PortalError('MODULE_DUPLICATE', [module.id]));
    const range = module.manifest.engines?.portal;
    if (range !== undefined && !satisfies(portalVersion, range, {includePrerelease: true})) {
      errors.push(new PortalError('MODULE_INCOMPATIBLE', [module.id, range, portalVersion]));
    }
    const base = module.manifest.routes?.base;
    const owner = base === undefined ? undefined : findOwner(bases, base);
    if (base !== undefined && owner !== undefined && !ids.has(module.id)) {
      errors.push(new PortalError('ROUTE_TAKEN', [module.id, base, owner]));
    }
    if (errors.length > 0) return withdraw(module, errors);
    ids.add(module.id);
    if (base !== undefined) bases.set(normalise(base), module.id);
    return module;
  });
}

/** Paths below a base belong to its module; only `/` has other modules below it. */
function findOwner(bases: ReadonlyMap<string, string>, base: string): string | undefined {
  const wanted = normalise(base);
  for (const [taken, owner] of bases) {
    if (taken === wanted) return owner;
    if (taken === '/' || wanted === '/') continue;
    if (wanted.startsWith(`${taken}/`) || taken.startsWith(`${wanted}/`)) return owner;
  }
  return undefined;
}

function normalise(base: string): string {
  return base.replace(/\/+$/, '') || '/';
}

function checkDependencies(modules: readonly RegisteredModule[]): readonly RegisteredModule[] {
  const cycles = findCycles(new Map(modules.filter(isAccepted).map((module) => [module.id, needsOf(module)])));
  let current = modules;
  // A refusal can take the ground from under another module, so it goes on until nothing changes.
  for (;;) {
    const standing = new Map(current.filter(isAccepted).map((module) => [module.id, module]));
    const known = new Set(modules.map((module) => module.id));
    const next = current.map((module) => {
      if (module.status === 'refused') return module;
      const errors = findFaults(module, standing, known);
      const cycle = cycles.get(module.id);
      if (cycle !== undefined) errors.unshift(new PortalError('DEPENDENCY_CYCLE', [cycle]));
      return errors.length > 0 ? withdraw(module, errors) : module;
    });
    if (next.every((module, index) => module === current[index])) return next;
    current = next;
  }
}

function findFaults(
  module: AcceptedModule,
  standing: ReadonlyMap<string, AcceptedModule>,
  known: ReadonlySet<string>,
): PortalError[] {
  const errors: PortalError[] = [];
  for (const [id, range] of Object.entries(module.manifest.dependencies?.modules ?? {})) {
    const found = standing.get(id);
    if (found === undefined) {
      errors.push(new PortalError(known.has(id) ? 'DEPENDENCY_FAILED' : 'DEPENDENCY_MISSING', [module.id, id]));
    } else if (!satisfies(found.version, range, {includePrerelease: true})) {
      errors.push(new PortalError('DEPENDENCY_VERSION', [module.id, id, range, found.version]));
    }
  }
  return errors;
}

function needsOf(module: AcceptedModule): readonly string[] {
  return Object.keys(module.manifest.dependencies?.modules ?? {});
}

function isAccepted(module: RegisteredModule): module is AcceptedModule {
  return module.status === 'accepted';
}
