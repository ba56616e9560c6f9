import type {Host, Scope} from '@openchoreo/portal-contract';
import {PermissionController} from '@openchoreo/portal-lit';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Config} from '../types/config.ts';
import type {ReportResult} from '../types/report.ts';
import {toCsvLines} from '../utils/csv.ts';
import {toFileName} from '../utils/file-name.ts';
import {saveFile} from '../utils/save-file.ts';

/** What is exported: a report as it is shown, with all its rows. */
export interface ExportedReport {
  readonly id: string;
  readonly scope: Scope;
  readonly result: ReportResult;
}

/** Exports reports for those who hold `export:data`, and knows who does. */
export class ReportExport implements ReactiveController {
  readonly #getHost: () => Host<Config>;
  readonly #permission: PermissionController;

  constructor(element: ReactiveControllerHost & HTMLElement, getHost: () => Host<Config>) {
    this.#getHost = getHost;
    this.#permission = new PermissionController(element, () => ({action: 'export:data'}));
    element.addController(this);
  }

  /** `undefined` while it is being asked. */
  get allowed(): boolean | undefined {
    return this.#permission.allowed;
  }

  hostConnected(): void {}

  /** Rejects with `PERMISSION_DENIED` for those who may not, however they got here. */
  run(report: ExportedReport): Promise<void> {
    return this.#getHost().permissions.guard('export:data', save, report.scope)(report);
  }
}

function save({id, scope, result: {columns, rows}}: ExportedReport): void {
  const lines = toCsvLines(
    columns.map(({title}) => title),
    rows.values().map(({cells}) => cells),
  );
  saveFile(toFileName(id, scope, new Date()), lines, 'text/csv;charset=utf-8');
}
