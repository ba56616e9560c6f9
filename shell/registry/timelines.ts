import type {ModuleStatus, ModuleTransition} from '@openchoreo/portal-contract';

export interface Timelines {
  add(module: string, status: ModuleStatus, detail?: string): void;
  /** Counts one thing that a module handles, an event or a click: one step for all of it until the next transition. */
  handle(module: string): void;
  of(module: string): readonly ModuleTransition[];
}

interface Timeline {
  readonly steps: ModuleTransition[];
  handled: number;
  /** When it handled the first of them. */
  since: number;
}

/** Steps a module keeps; the first of them go first. */
const MOST_KEPT = 100;

/** What became of each module in this tab. Kept when a module goes: it may come back, and somebody may ask why it went. */
export function createTimelines(now: () => number = Date.now): Timelines {
  const byModule = new Map<string, Timeline>();

  function handled({steps, handled: count, since}: Timeline): readonly ModuleTransition[] {
    return count > 0 && steps.at(-1)?.status === 'active' ? [{status: 'handling', at: since, count}] : [];
  }

  return {
    add(module, status, detail) {
      const timeline = byModule.get(module) ?? {steps: [], handled: 0, since: 0};
      byModule.set(module, timeline);
      timeline.steps.push(...handled(timeline), {status, at: now(), ...(detail === undefined ? {} : {detail})});
      timeline.steps.splice(0, timeline.steps.length - MOST_KEPT);
      timeline.handled = 0;
    },
    handle(module) {
      const timeline = byModule.get(module);
      // Once per event of every listener: nothing here but counting.
      if (timeline && timeline.handled++ === 0) timeline.since = now();
    },
    of(module) {
      const timeline = byModule.get(module);
      return timeline ? [...timeline.steps, ...handled(timeline)] : [];
    },
  };
}
