import type {PlaneFacts} from '../types/facts.ts';
import type {ReportFilters} from './report-filters.ts';

/** Whether a plane's agent is heard of; unknown where there is no such plane or the platform does not say. */
export function toPlaneState(plane: Pick<PlaneFacts, 'isConnected'> | undefined): Exclude<ReportFilters['plane'], ''> {
  if (plane?.isConnected === undefined) return 'unknown';
  return plane.isConnected ? 'connected' : 'disconnected';
}
