import {badgeStyles} from '@openchoreo/portal-lit';
import {css, type CSSResultGroup, type TemplateResult} from 'lit';
import {type OverviewView, parseOverview, toOverviewQuery} from '../utils/overview-query.ts';
import {AnalyticsPage} from './analytics-page.ts';
import {barListStyles} from './bar-list.ts';
import {ChartPanel} from './chart-panel.ts';
import {environmentListStyles} from './environment-list.ts';
import {figureGridStyles} from './figure-grid-styles.ts';
import {figureTileStyles} from './figure-tile.ts';
import {rangeChoiceStyles} from './range-choice.ts';
import {toneStyles} from './tone-styles.ts';

/** Base of the tabs in the pages of others. What a tab shows stands in the address of its page: `range`, `show`. */
export abstract class AnalyticsTab extends AnalyticsPage {
  static override dependencies: Readonly<Record<string, CustomElementConstructor>> = {
    'analytics-chart-panel': ChartPanel,
  };
  static override styles: CSSResultGroup = [
    AnalyticsPage.styles,
    badgeStyles,
    toneStyles,
    figureTileStyles,
    barListStyles,
    environmentListStyles,
    rangeChoiceStyles,
    figureGridStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: 16px;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 8px 16px;
      }
      .onwards {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-size: var(--portal-text-small);
        font-weight: 500;
      }
    `,
  ];

  /** Address of the page it stands in. */
  protected abstract get path(): string;

  protected get view(): OverviewView {
    return parseOverview(this.location.query, this.settings.range);
  }

  /** Without the frame of a page: it stands in one, which has asked for a namespace. */
  protected override render(): TemplateResult {
    return this.renderPage();
  }

  /** The address is replaced, so that «back» leaves the tab. */
  protected show(change: Partial<OverviewView>): void {
    const query = new URLSearchParams(toOverviewQuery({...this.view, ...change}, this.settings.range));
    query.set('tab', this.location.query.get('tab') ?? '');
    this.host.navigation.go(`${this.path}?${query}`, {replace: true});
  }
}
