import type {Report} from '../../types/report.ts';
import type {ReportId} from '../../utils/report-ids.ts';
import {componentGrowth} from './component-growth.ts';
import {componentInventory} from './component-inventory.ts';
import {environmentStatus} from './environment-status.ts';
import {projectOwnership} from './project-ownership.ts';

const REPORTS: Readonly<Record<ReportId, Report>> = {
  'component-inventory': componentInventory,
  'component-growth': componentGrowth,
  'project-ownership': projectOwnership,
  'environment-status': environmentStatus,
};

/** The report of that name; undefined where there is none. */
export function findReport(id: string): Report | undefined {
  return Object.hasOwn(REPORTS, id) ? REPORTS[id as ReportId] : undefined;
}
