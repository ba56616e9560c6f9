import {badgeStyles, emptyState, errorState, icon, QueryController} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import Box from 'lucide/dist/esm/icons/box.mjs';
import FileText from 'lucide/dist/esm/icons/file-text.mjs';
import Settings from 'lucide/dist/esm/icons/settings.mjs';
import {AnalyticsPage} from '../components/analytics-page.ts';
import {type Bar, barListStyles} from '../components/bar-list.ts';
import {breakdownCard} from '../components/breakdown-card.ts';
import {ChartPanel} from '../components/chart-panel.ts';
import {environmentListStyles} from '../components/environment-list.ts';
import {environmentsCard} from '../components/environments-card.ts';
import {figureGridStyles} from '../components/figure-grid-styles.ts';
import {figureTileStyles} from '../components/figure-tile.ts';
import {figuresToolbar} from '../components/figures-toolbar.ts';
import {Freshness} from '../components/freshness.ts';
import {growthPanel, toGrown} from '../components/growth-panel.ts';
import {metricTiles} from '../components/metric-tiles.ts';
import {rangeChoiceStyles} from '../components/range-choice.ts';
import {toneStyles} from '../components/tone-styles.ts';
import {MetricsController} from '../hooks/metrics-controller.ts';
import {
  clusterPlaneFacts,
  deploymentFacts,
  environmentFacts,
  planeFacts,
  projectFacts,
} from '../services/fact-queries.ts';
import {toFigure} from '../services/to-figure.ts';
import type {DeploymentFacts, PlaneFacts} from '../types/facts.ts';
import type {Metrics} from '../types/metrics.ts';
import {toGrowthChart} from '../utils/growth-chart.ts';
import {type OverviewView, parseOverview, toOverviewQuery} from '../utils/overview-query.ts';
import {remember} from '../utils/remember.ts';
import {toTypeName} from '../utils/type-name.ts';

const PATH = '/analytics';
/** Values a list shows; the reports have all of them. */
const LIST = 6;

/** The figures of the selection at a glance: how many there are, how they grew, what they are. */
export class OverviewPage extends AnalyticsPage {
  static override dependencies = {'analytics-chart-panel': ChartPanel, 'analytics-freshness': Freshness};
  static override styles = [
    AnalyticsPage.styles,
    badgeStyles,
    toneStyles,
    figureTileStyles,
    barListStyles,
    environmentListStyles,
    rangeChoiceStyles,
    figureGridStyles,
  ];

  readonly #metrics = new MetricsController(this, () => ({...this.source, host: this.host, range: this.#view.range}));
  readonly #projects = new QueryController(this, () => this.ifNamespace(projectFacts));
  readonly #environments = new QueryController(this, () => this.ifNamespace(environmentFacts));
  readonly #deployments = new QueryController(this, () => this.ifNamespace(deploymentFacts));
  readonly #planes = new QueryController(this, () => this.ifNamespace(planeFacts));
  readonly #clusterPlanes = new QueryController(this, () => this.ifNamespace(clusterPlaneFacts));
  // A chart is drawn anew when it gets other data, and the page renders for other reasons, too.
  readonly #toChart = remember((metrics: Metrics, show: OverviewView['show'], _locale: string) =>
    toGrowthChart(metrics.growth, metrics.periods, show, this.host.messages),
  );

  get #view(): OverviewView {
    return parseOverview(this.location.query, this.settings.range);
  }

  get #allPlanes(): readonly PlaneFacts[] | undefined {
    const [own, shared] = [this.#planes.data, this.#clusterPlanes.data];
    return own && shared && [...own, ...shared];
  }

  get #ownDeployments(): readonly DeploymentFacts[] | undefined {
    const {project} = this.scope;
    return this.#deployments.data?.filter((one) => !project || one.project === project);
  }

  protected override renderPage(): TemplateResult {
    return html`
      <header class="page-header">
        <div>
          <h1 tabindex="-1">${this.text('nav.analytics')}</h1>
          <p>${this.text('overview.text', {scope: Object.values(this.scope).join(' / ')})}</p>
        </div>
        <div class="actions">
          <a class="button" href=${this.host.navigation.href(`${PATH}/reports`)}
            >${icon(FileText)}${this.text('nav.reports')}</a
          >
          <a
            class="button icon-only"
            href=${this.host.navigation.href(`${PATH}/settings`)}
            aria-label=${this.text('nav.settings')}
            title=${this.text('nav.settings')}
            >${icon(Settings)}</a
          >
        </div>
      </header>
      ${this.#renderBody()}
    `;
  }

  #renderBody(): TemplateResult {
    const {metrics, query} = this.#metrics;
    if (metrics === undefined && query.status === 'error') {
      return errorState({
        error: query.error,
        messages: this.host.messages,
        text: this.text('data.error'),
        retry: () => void query.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (metrics?.components.total === 0) {
      return emptyState({
        icon: Box,
        title: this.text('overview.none.title'),
        text: this.text('overview.none.text'),
        action: html`<a class="button" href=${this.host.navigation.href('/catalog/components')}
          >${this.text('overview.none.action')}</a
        >`,
      });
    }
    return html`${this.#renderToolbar()}${this.#renderTiles(metrics)}${this.#renderGrid(metrics)}`;
  }

  #renderToolbar(): TemplateResult {
    return figuresToolbar(
      {
        range: this.#view.range,
        freshness: html`<analytics-freshness .scope=${this.scope}></analytics-freshness>`,
        isFetching: this.#metrics.query.isFetching,
        choose: (range) => this.#show({range}),
        refresh: () => this.#refresh(),
      },
      this.host.messages,
    );
  }

  #renderTiles(metrics: Metrics | undefined): TemplateResult {
    const {project} = this.scope;
    const projects = this.#projects.data?.filter(({name}) => !project || name === project);
    const moments = projects?.map(({created}) => created);
    return metricTiles(
      {
        metrics,
        projects: metrics && moments && toFigure(moments, metrics.periods),
        environments: this.#environments.data,
        planes: this.#allPlanes,
      },
      this.host.messages,
      (path) => this.host.navigation.href(path),
    );
  }

  #renderGrid(metrics: Metrics | undefined): TemplateResult {
    const {navigation} = this.host;
    const unknown = this.text('unknown');
    const names = new Map(this.#projects.data?.map(({name, label}) => [name, label]));
    const bars = {
      state: metrics?.byState.map(({key, count}): Bar => ({label: this.text(`state.${key}`), count, tone: key})),
      project: metrics?.byProject.map(({key, count}): Bar => ({
        label: names.get(key) ?? (key || unknown),
        count,
        ...(key && {href: navigation.href(PATH, {project: key})}),
      })),
      type: metrics?.byType.map(({key, count}): Bar => ({
        label: toTypeName(key) || unknown,
        count,
        tone: '5',
        ...(key && {href: navigation.href(`/catalog/components?type=${encodeURIComponent(key)}`)}),
      })),
    };
    return html`
      <div class="grid">
        ${this.#renderGrowth(metrics)}
        <div class="side">
          ${this.#renderBreakdown('state', bars.state, 'component-inventory')} ${this.#renderEnvironments()}
        </div>
        ${this.#renderBreakdown('project', bars.project, 'project-ownership')}
        ${this.#renderBreakdown('type', bars.type, 'component-inventory')}
      </div>
      <p class="footnote">${this.text('overview.note')}</p>
    `;
  }

  #renderGrowth(metrics: Metrics | undefined): TemplateResult {
    const {show} = this.#view;
    const chart = metrics && this.#toChart(metrics, show, this.host.state.locale.get());
    return growthPanel(
      {name: 'growth', ...toGrown(metrics), chart, show, choose: (one) => this.#show({show: one})},
      this.host.messages,
    );
  }

  #renderBreakdown(property: string, bars: readonly Bar[] | undefined, report: string): TemplateResult {
    const more = bars !== undefined && bars.length > LIST;
    return breakdownCard({
      id: property,
      heading: this.text(`by.${property}`),
      bars: bars?.slice(0, LIST),
      number: (value) => this.host.messages.number(value),
      more: more
        ? {
            href: this.host.navigation.href(`${PATH}/reports/${report}`),
            text: this.text('by.more', {count: bars.length - LIST}),
          }
        : undefined,
    });
  }

  #renderEnvironments(): TemplateResult {
    return environmentsCard(
      {environments: this.#environments, planes: this.#allPlanes, deployments: this.#ownDeployments},
      this.host.messages,
    );
  }

  #refresh(): void {
    for (const query of [
      this.#metrics.query,
      this.#projects,
      this.#environments,
      this.#deployments,
      this.#planes,
      this.#clusterPlanes,
    ])
      void query.refetch();
  }

  /** The address is replaced, so that «back» leaves the page. */
  #show(change: Partial<OverviewView>): void {
    const query = toOverviewQuery({...this.#view, ...change}, this.settings.range);
    this.host.navigation.go(PATH + query, {replace: true});
  }
}
