/** Colours of a chart, by what they stand for: states have their own, everything else is told apart by number. */
export const TONES = ['1', '2', '3', '4', '5', '6', 'rest', 'ready', 'not-ready', 'pending', 'deleting'] as const;

export type Tone = (typeof TONES)[number];

export interface ChartSeries {
  readonly label: string;
  readonly tone: Tone;
  /** One for each place of the horizontal axis. */
  readonly values: readonly number[];
}

export interface ChartPlace {
  /** Beside the axis. */
  readonly short: string;
  /** To whoever asks about the place. */
  readonly full: string;
}

/** What a chart shows, in words that are ready to be read. Several series are stacked, the first at the bottom. */
export interface ChartData {
  readonly shape: 'area' | 'bars';
  /** `time`: places follow each other, and some may go unlabelled. `names`: each has its label, shortened to fit. */
  readonly axis: 'time' | 'names';
  readonly places: readonly ChartPlace[];
  readonly series: readonly ChartSeries[];
}
