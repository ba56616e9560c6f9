import type {Host} from '@openchoreo/portal-contract';
import {PermissionController} from '@openchoreo/portal-lit';
import type {ReactiveControllerHost} from 'lit';
import {type ExportedReport, saveReport} from '../services/save-report.ts';
import type {Config} from '../types/config.ts';

/** Exports reports for those who hold `export:data`, and knows who does. */
export class ReportExport {
  readonly #getHost: () => Host<Config>;
  readonly #permission: PermissionController;

  constructor(element: ReactiveControllerHost & HTMLElement, getHost: () => Host<Config>) {
    this.#getHost = getHost;
    this.#permission = new PermissionController(element, () => ({action: 'export:data'}));
  }

  /** `undefined` while it is being asked. */
  get allowed(): boolean | undefined {
    return this.#permission.allowed;
  }

  /** Rejects with `PERMISSION_DENIED` for those who may not, however they got here. */
  run(report: ExportedReport): Promise<void> {
    return this.#getHost().permissions.guard('export:data', saveReport, report.scope)(report);
  }
}
