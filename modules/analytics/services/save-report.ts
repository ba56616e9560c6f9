import type {Scope} from '@openchoreo/portal-contract';
import type {ReportResult} from '../types/report.ts';
import {toCsvLines} from '../utils/csv.ts';
import {toFileName} from '../utils/file-name.ts';
import {saveFile} from '../utils/save-file.ts';

/** What is exported: a report with all its rows, of a scope. */
export interface ExportedReport {
  readonly id: string;
  readonly scope: Scope;
  readonly result: Pick<ReportResult, 'columns' | 'rows'>;
}

/** Hands a report to the browser's downloads, as CSV. Whoever calls it has asked for `export:data`. */
export function saveReport({id, scope, result: {columns, rows}}: ExportedReport): void {
  const lines = toCsvLines(
    columns.map(({title}) => title),
    rows.map(({cells}) => cells),
  );
  saveFile(toFileName(id, scope, new Date()), lines, 'text/csv;charset=utf-8');
}
