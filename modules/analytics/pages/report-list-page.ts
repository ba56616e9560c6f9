import {icon} from '@openchoreo/portal-lit';
import type {IconNode} from '@openchoreo/portal-contract';
import {css, html, type TemplateResult} from 'lit';
import Box from 'lucide/dist/esm/icons/box.mjs';
import ChartSpline from 'lucide/dist/esm/icons/chart-spline.mjs';
import FolderTree from 'lucide/dist/esm/icons/folder-tree.mjs';
import Server from 'lucide/dist/esm/icons/server.mjs';
import {AnalyticsPage} from '../components/analytics-page.ts';
import {REPORT_IDS, type ReportId} from '../utils/report-ids.ts';

const ICONS: Readonly<Record<ReportId, readonly IconNode[]>> = {
  'component-inventory': Box,
  'component-growth': ChartSpline,
  'project-ownership': FolderTree,
  'environment-status': Server,
};

/** The reports there are. */
export class ReportListPage extends AnalyticsPage {
  static override styles = [
    AnalyticsPage.styles,
    css`
      .reports {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
        gap: 16px;
        padding: 0;
        list-style: none;
      }
      .reports a {
        display: flex;
        flex-direction: row;
        gap: 12px;
        height: 100%;
        padding: 16px;
        color: inherit;
        text-decoration: none;
      }
      .reports a:hover {
        border-color: var(--portal-color-border-strong);
      }
      .reports .icon {
        margin-top: 2px;
        color: var(--portal-color-accent);
      }
      .reports h2 {
        font-size: var(--portal-text-body);
      }
      .reports p {
        margin-top: 4px;
        color: var(--portal-color-text-muted);
        font-size: var(--portal-text-small);
      }
    `,
  ];

  protected override renderPage(): TemplateResult {
    return html`
      <header class="page-header">
        <div>
          <h1 tabindex="-1">${this.text('nav.reports')}</h1>
          <p>${this.text('reports.text', {scope: Object.values(this.scope).join(' / ')})}</p>
        </div>
      </header>
      <ul class="reports">
        ${REPORT_IDS.map(
          (id) => html`
            <li>
              <a class="card" href=${this.host.navigation.href(`/analytics/reports/${id}`)}>
                ${icon(ICONS[id], {size: 20})}
                <div>
                  <h2>${this.text(`report.${id}.title`)}</h2>
                  <p>${this.text(`report.${id}.text`)}</p>
                </div>
              </a>
            </li>
          `,
        )}
      </ul>
    `;
  }
}
