import {toFaultText, type ContributionReport} from '@openchoreo/portal-contract';
import {baseStyles, cardStyles, ModuleElement} from '@openchoreo/portal-lit';
import {css, html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

/** What of a module's contributions nobody gets to see: those that do not fit their point, and those without one. */
export class ContributionReportCard extends ModuleElement {
  static override styles = [
    baseStyles,
    cardStyles,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li + li {
        margin-top: 12px;
      }
      p {
        margin: 2px 0 0;
        overflow-wrap: anywhere;
      }
      .muted {
        color: var(--portal-color-text-muted);
      }
    `,
  ];

  @property({attribute: false}) report: ContributionReport = {};

  protected override render(): TemplateResult {
    const {refused = [], waiting = []} = this.report;
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('report.title')}</h2></header>
        <ul class="card-body">
          ${refused.map(
            ({point, id, faults}) => html`
              <li>
                <strong>${this.text('report.refused', {id, point})}</strong> <code>CONTRIBUTION_INVALID</code>
                ${faults.map((fault) => html`<p class="muted">${toFaultText([fault])}</p>`)}
              </li>
            `,
          )}
          ${waiting.map(
            (point) =>
              html`<li>
                <strong>${this.text('report.waiting', {point})}</strong>
                <p class="muted">${this.text('report.waiting.text')}</p>
              </li>`,
          )}
        </ul>
      </section>
    `;
  }
}
