import type {Messages} from '@openchoreo/portal-contract';
import type {ChartData} from './chart-data.ts';
import type {
  ComponentFacts,
  DeploymentFacts,
  EnvironmentFacts,
  PlaneFacts,
  ProjectFacts,
  WorkloadFacts,
} from './facts.ts';
import type {ReportFilters} from '../utils/report-filters.ts';
import type {CellValue} from '../utils/csv.ts';

/** Everything that reports are made of. */
export interface Facts {
  readonly components: readonly ComponentFacts[];
  readonly projects: readonly ProjectFacts[];
  readonly workloads: readonly WorkloadFacts[];
  readonly environments: readonly EnvironmentFacts[];
  readonly deployments: readonly DeploymentFacts[];
  readonly planes: readonly PlaneFacts[];
}

export type FactName = keyof Facts;

export interface ReportColumn {
  /** Its head, in words. */
  readonly title: string;
  readonly kind: 'text' | 'number' | 'share' | 'date' | 'moment';
}

export interface ReportRow {
  /** One for each column; `undefined` where the platform does not say. */
  readonly cells: readonly CellValue[];
  /** Page of what the row is about. */
  readonly path?: string;
}

export interface ReportResult {
  readonly chart: ChartData;
  /** What the chart comes to, in a sentence. */
  readonly summary: string;
  /** Head of the chart's own table. */
  readonly axis: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportRow[];
}

export interface ReportInput {
  readonly facts: Facts;
  readonly filters: ReportFilters;
  readonly now: number;
  /** The selected project, where the platform does not narrow by it. */
  readonly project: string | undefined;
  readonly messages: Pick<Messages, 'text' | 'date' | 'number'>;
}

export interface Report {
  readonly id: string;
  readonly needs: readonly FactName[];
  readonly filters: readonly ('range' | 'type' | 'state' | 'by' | 'plane')[];
  /** Pure: the same facts, filters and moment give the same report. */
  readonly make: (input: ReportInput) => ReportResult;
}
