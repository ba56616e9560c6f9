export const LOG_LEVELS = ['ERROR', 'WARN', 'INFO', 'DEBUG'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

export interface LogLine {
  /** When, as an ISO text. */
  readonly timestamp: string;
  readonly text: string;
  /** Absent where the observer tells none of the four. */
  readonly level?: LogLevel;
  readonly project?: string;
  readonly component?: string;
  readonly environment?: string;
  readonly pod?: string;
  readonly container?: string;
}
