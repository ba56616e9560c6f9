import type {Count} from './count.ts';
import type {State} from './facts.ts';
import type {Growth} from './growth.ts';

/** A number of things, and how it changed. */
export interface Figure {
  readonly total: number;
  /** Came in the range. */
  readonly created: number;
  /** Came in the time of the same length before it; undefined where there is none. */
  readonly createdBefore?: number;
}

/** What the module's store holds for whoever depends on it: the figures of one scope, as last read from the platform. */
export interface Metrics {
  readonly namespace: string;
  /** Undefined: all projects of the namespace. */
  readonly project?: string;
  /** `7d`, `30d`, `90d`, `1y` or `all`. */
  readonly range: string;
  /** Milliseconds since the epoch at which the platform answered. */
  readonly updatedAt: number;
  readonly components: Figure;
  /** Periods of the growth, by their start in milliseconds, and how long each is. */
  readonly periods: {readonly step: 'day' | 'week' | 'month'; readonly starts: readonly number[]; readonly end: number};
  readonly growth: Growth;
  readonly byState: readonly Count<State>[];
  readonly byType: readonly Count[];
  readonly byProject: readonly Count[];
}
