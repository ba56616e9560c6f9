import type {SeedWorld} from './seed-world.ts';

/** How often a chain of components can wait for the next. */
const ROUNDS = 3;

/** Deployments that came before what they connect to: they find it now. */
export async function settleConnections(world: SeedWorld): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const waiting = world
      .rows()
      .filter(({kind, memory, dueAt}) => kind === 'releasebindings' && memory['settled'] === false && !dueAt);
    for (const binding of waiting) {
      world.goTo((world.present.getTime() - binding.createdAt.getTime()) / 86_400_000);
      await world.settle([binding]);
    }
  }
}
