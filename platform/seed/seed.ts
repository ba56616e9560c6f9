import type {JsonObject} from '../engine/json.ts';
import {createAuthorizationSeed} from './authorization-seed.ts';
import {createDemoSeed} from './demo-seed.ts';
import {createLargeSeed} from './large-seed.ts';
import {createTypesSeed} from './types-seed.ts';

export type SeedName = 'demo' | 'empty' | 'large';

/** An object to begin with. It goes through its kind's defaults and conditions like any other. */
export interface SeedObject {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly spec?: JsonObject;
  readonly status?: (now: Date) => JsonObject;
  /** How long before the first start it was created. Default 180. */
  readonly daysOld?: number;
}

/** What each seed holds: every one has the default roles, their bindings and the cluster's component types. */
export function createSeed(name: SeedName): readonly SeedObject[] {
  const shared = [...createAuthorizationSeed(), ...createTypesSeed()];
  if (name === 'demo') return [...shared, ...createDemoSeed()];
  if (name === 'large') return [...shared, ...createLargeSeed()];
  return [...shared, {kind: 'namespaces', name: 'default', displayName: 'Default'}];
}
