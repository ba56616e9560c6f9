import type {Report} from '../../types/report.ts';
import {componentGrowth} from './component-growth.ts';
import {componentInventory} from './component-inventory.ts';
import {environmentStatus} from './environment-status.ts';
import {projectOwnership} from './project-ownership.ts';

/** The reports there are, in the order in which they are listed. */
export const REPORTS: readonly Report[] = [componentInventory, componentGrowth, projectOwnership, environmentStatus];
