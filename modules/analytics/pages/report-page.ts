import {emptyState, errorState, icon, skeleton} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import Download from 'lucide/dist/esm/icons/download.mjs';
import FileQuestion from 'lucide/dist/esm/icons/file-question-mark.mjs';
import Link from 'lucide/dist/esm/icons/link.mjs';
import Printer from 'lucide/dist/esm/icons/printer.mjs';
import SearchX from 'lucide/dist/esm/icons/search-x.mjs';
import {AnalyticsPage} from '../components/analytics-page.ts';
import {ChartPanel} from '../components/chart-panel.ts';
import {filterBar} from '../components/filter-bar.ts';
import {rangeChoiceStyles} from '../components/range-choice.ts';
import {reportTable} from '../components/report-table.ts';
import {FactsController} from '../hooks/facts-controller.ts';
import {ReportExport} from '../hooks/report-export.ts';
import {findReport} from '../services/reports/reports.ts';
import type {Facts, Report, ReportResult} from '../types/report.ts';
import {remember} from '../utils/remember.ts';
import {parseFilters, type ReportFilters, toFilterQuery} from '../utils/report-filters.ts';
import {reportStyles} from './report-styles.ts';

const PATH = '/analytics/reports';
const PAGE_SIZE = 50;

/** One report: its filters stand in the address, its numbers in a chart and in a table, and in a file for those who may. */
export class ReportPage extends AnalyticsPage {
  static override dependencies = {'analytics-chart-panel': ChartPanel};
  static override styles = [AnalyticsPage.styles, rangeChoiceStyles, reportStyles];

  readonly #facts = new FactsController(this, () => {
    const report = this.#report;
    return report && this.scope.namespace ? {source: this.source, needs: report.needs} : undefined;
  });
  readonly #export = new ReportExport(this, () => this.host);
  readonly #make = remember(
    (report: Report, facts: Facts, query: string, project: string | undefined, _locale: string) =>
      report.make({
        facts,
        filters: parseFilters(new URLSearchParams(query), this.settings.range),
        now: Date.now(),
        project,
        messages: this.host.messages,
      }),
  );

  get #report(): Report | undefined {
    return findReport(this.location.param('id'));
  }

  get #filters(): ReportFilters {
    return parseFilters(this.location.query, this.settings.range);
  }

  protected override renderPage(): TemplateResult {
    const report = this.#report;
    if (report === undefined) return this.#renderUnknown();
    const result = this.#toResult(report);
    return html`
      <header class="page-header">
        <div>
          <h1 tabindex="-1">${this.text(`report.${report.id}.title`)}</h1>
          <p>${this.text(`report.${report.id}.text`)}</p>
        </div>
        ${this.#renderActions(report, result)}
      </header>
      ${filterBar({
        report,
        filters: this.#filters,
        facts: this.#facts.facts,
        project: this.scope.project,
        text: (key, values) => this.text(key, values),
        change: (change) => this.#show({...change, page: 1}),
        chooseProject: (project) => this.host.state.select({project}),
      })}
      <p class="print-scope">${this.#toScopeText()}</p>
      ${this.#renderResult(report, result)}
    `;
  }

  protected override updated(): void {
    const report = this.#report;
    if (report) this.host.navigation.title(this.text(`report.${report.id}.title`));
  }

  #renderUnknown(): TemplateResult {
    return emptyState({
      icon: FileQuestion,
      title: this.text('report.unknown.title'),
      text: this.text('report.unknown.text', {id: this.location.param('id')}),
      action: html`<a class="button" href=${this.host.navigation.href(PATH)}>${this.text('report.unknown.action')}</a>`,
    });
  }

  #renderActions(report: Report, result: ReportResult | undefined): TemplateResult {
    const {allowed} = this.#export;
    const reason = allowed === false ? this.text('export.denied') : '';
    return html`
      <div class="actions">
        <button class="button ghost" type="button" @click=${() => void this.#copyLink()}>
          ${icon(Link)}${this.text('report.link')}
        </button>
        <button class="button ghost" type="button" @click=${() => print()}>
          ${icon(Printer)}${this.text('report.print')}
        </button>
        <button
          class="button"
          type="button"
          aria-disabled=${allowed !== true || !result?.rows.length}
          aria-describedby=${reason ? 'export-reason' : nothing}
          title=${reason || nothing}
          @click=${() => result && void this.#save(report, result)}
        >
          ${icon(Download)}${this.text('export.csv')}
        </button>
        ${reason ? html`<span id="export-reason" class="visually-hidden">${reason}</span>` : nothing}
      </div>
    `;
  }

  #renderResult(report: Report, result: ReportResult | undefined): TemplateResult {
    if (result === undefined && this.#facts.error !== undefined) {
      return errorState({
        error: this.#facts.error,
        messages: this.host.messages,
        text: this.text('data.error'),
        retry: () => this.#facts.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (result?.rows.length === 0) {
      return emptyState({
        icon: SearchX,
        title: this.text('report.none.title'),
        text: this.text('report.none.text'),
        action: html`<a class="button" href=${this.host.navigation.href(`${PATH}/${report.id}`)}
          >${this.text('report.clear')}</a
        >`,
      });
    }
    return html`
      <analytics-chart-panel
        heading=${this.text(`report.${report.id}.title`)}
        summary=${result?.summary ?? ''}
        axis=${result?.axis ?? ''}
        .data=${result?.chart}
      ></analytics-chart-panel>
      ${result ? this.#renderTable(report, result) : html`<div aria-busy="true">${skeleton({rows: 8, columns: 4})}</div>`}
    `;
  }

  #renderTable(report: Report, {columns, rows}: ReportResult): TemplateResult {
    const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
    const page = Math.min(this.#filters.page, pages);
    const start = (page - 1) * PAGE_SIZE;
    const label = this.text(`report.${report.id}.title`);
    const {href} = this.host.navigation;
    const toPage = (next: number): string =>
      href(`${PATH}/${report.id}${toFilterQuery({...this.#filters, page: next}, this.settings.range)}`);
    return html`
      ${reportTable(label, columns, rows.slice(start, start + PAGE_SIZE), {messages: this.host.messages, href})}
      <nav class="pager" aria-label=${this.text('pager.label')}>
        <span class="muted" role="status">
          ${this.text('pager.rows', {first: start + 1, last: Math.min(start + PAGE_SIZE, rows.length), count: rows.length})}
        </span>
        ${page > 1 ? html`<a class="button small" href=${toPage(page - 1)}>${this.text('pager.previous')}</a>` : nothing}
        ${page < pages ? html`<a class="button small" href=${toPage(page + 1)}>${this.text('pager.next')}</a>` : nothing}
      </nav>
    `;
  }

  #toResult(report: Report): ReportResult | undefined {
    const {facts} = this.#facts;
    // Without the page of the table, which changes nothing about what is counted.
    const query = toFilterQuery({...this.#filters, page: 1}, this.settings.range) || `?range=${this.#filters.range}`;
    const locale = this.host.state.locale.get();
    return facts && this.#make(report, facts, query, this.scope.project, locale);
  }

  /** On paper, the selection and the filters have no other place. */
  #toScopeText(): string {
    const {range, type, state} = this.#filters;
    const parts = [
      this.scope.namespace,
      this.scope.project,
      this.text(`range.${range}`),
      type,
      state && this.text(`state.${state}`),
    ];
    return [...parts, this.host.messages.date(new Date(), {dateStyle: 'long'})].filter(Boolean).join(' · ');
  }

  /** The address is replaced, so that «back» leaves the report. */
  #show(change: Partial<ReportFilters>): void {
    const query = toFilterQuery({...this.#filters, ...change}, this.settings.range);
    this.host.navigation.go(`${PATH}/${this.location.param('id')}${query}`, {replace: true});
  }

  async #save(report: Report, result: ReportResult): Promise<void> {
    if (this.#export.allowed !== true || result.rows.length === 0) return;
    try {
      await this.#export.run({id: report.id, scope: this.scope, result});
      this.host.notifications.show({kind: 'success', text: this.text('export.done', {count: result.rows.length})});
    } catch (error) {
      this.host.notifications.error(error);
    }
  }

  async #copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.host.notifications.show({kind: 'success', text: this.text('report.link.done')});
    } catch (error) {
      this.host.log.warn('The link could not be copied.', error);
      this.host.notifications.show({kind: 'warning', text: this.text('report.link.failed'), detail: location.href});
    }
  }
}
