import type {LogLevel} from '@openchoreo/portal-contract';

/** What the address says of the logs page. */
export interface LogsView {
  /** None: all. */
  readonly levels: readonly LogLevel[];
  readonly text: string;
  /** How far back, or between two moments. */
  readonly range: RangeId | 'custom';
  /** Of a custom range, as ISO texts. */
  readonly from?: string;
  readonly to?: string;
  /** The line that a link leads to. */
  readonly line?: string;
}

export type RangeId = '15m' | '1h' | '6h' | '24h' | '7d' | '30d';

/** Two moments as ISO texts. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
}
