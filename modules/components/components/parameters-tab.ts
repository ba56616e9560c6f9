import type {Component} from '@openchoreo/portal-contract';
import {html, type TemplateResult} from 'lit';
import {toFacts} from '../utils/to-facts.ts';
import {ComponentTab} from './component-tab.ts';

/** What a component was given beyond its type's defaults. */
export class ParametersTab extends ComponentTab {
  protected override renderComponent({spec}: Component): TemplateResult {
    const facts = toFacts(spec?.parameters);
    return html`
      <section class="card">
        <header class="card-header"><h2>${this.text('form.parameters')}</h2></header>
        <div class="card-body">
          ${
            facts.length === 0
              ? html`<p class="muted">${this.text('detail.parameters.defaults')}</p>`
              : html`<dl>
                  ${facts.map(
                    ({key, value}) =>
                      html`<dt class="mono">${key}</dt>
                        <dd class="mono">${value}</dd>`,
                  )}
                </dl>`
          }
        </div>
      </section>
    `;
  }
}
