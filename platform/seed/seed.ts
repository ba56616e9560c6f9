import type {JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';
import {createAuthorizationSeed} from './authorization-seed.ts';
import {playDemo} from './demo-seed.ts';
import {playLarge} from './large-seed.ts';
import {SeedWorld} from './seed-world.ts';
import {createTypesSeed} from './types-seed.ts';
import {createWorkflowSeed} from './workflow-seed.ts';

export type SeedName = 'demo' | 'empty' | 'large';

/** An object to begin with. It goes through its kind's defaults and conditions like any other. */
export interface SeedObject {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly spec?: JsonObject;
  readonly status?: (now: Date) => JsonObject;
  /** How long before the first start it was created. Default 180. */
  readonly daysOld?: number;
}

/** What each seed holds: every one has the default roles, their bindings, and the cluster's types and workflows. */
export async function createSeed(name: SeedName, now: Date): Promise<readonly Resource[]> {
  const world = new SeedWorld(now);
  const shared = [...createAuthorizationSeed(), ...createTypesSeed(), ...createWorkflowSeed()];
  for (const object of shared) await world.settle([world.insert(object)]);
  if (name === 'demo') await playDemo(world);
  else if (name === 'large') await playLarge(world);
  else await world.settle([world.insert({kind: 'namespaces', name: 'default', displayName: 'Default'})]);
  return world.rows();
}
