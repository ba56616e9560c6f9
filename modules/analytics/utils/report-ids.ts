/** The reports there are, in the order in which they are listed. */
export const REPORT_IDS = [
  'component-inventory',
  'component-growth',
  'project-ownership',
  'environment-status',
] as const;

export type ReportId = (typeof REPORT_IDS)[number];
