import type {Scope} from '@openchoreo/portal-contract';
import {emptyState, errorState, icon, QueryController} from '@openchoreo/portal-lit';
import {html, type TemplateResult} from 'lit';
import ArrowRight from 'lucide/dist/esm/icons/arrow-right.mjs';
import Box from 'lucide/dist/esm/icons/box.mjs';
import {MetricsController} from '../hooks/metrics-controller.ts';
import {clusterPlaneFacts, deploymentFacts, environmentFacts, planeFacts} from '../services/fact-queries.ts';
import type {DeploymentFacts} from '../types/facts.ts';
import type {Metrics} from '../types/metrics.ts';
import {toGrowthChart} from '../utils/growth-chart.ts';
import type {OverviewView} from '../utils/overview-query.ts';
import {remember} from '../utils/remember.ts';
import {toTypeName} from '../utils/type-name.ts';
import {AnalyticsTab} from './analytics-tab.ts';
import {breakdownCard} from './breakdown-card.ts';
import {deploymentTile} from './deployment-tile.ts';
import {environmentsCard} from './environments-card.ts';
import {figuresToolbar} from './figures-toolbar.ts';
import {Freshness} from './freshness.ts';
import {growthPanel, toGrown} from './growth-panel.ts';
import {growthTile, readyTile} from './metric-tiles.ts';

/** The figures of one project, as a tab of its page. */
export class ProjectTab extends AnalyticsTab {
  static override dependencies = {...AnalyticsTab.dependencies, 'analytics-freshness': Freshness};

  readonly #metrics = new MetricsController(this, () => ({...this.source, host: this.host, range: this.view.range}));
  readonly #environments = new QueryController(this, () => this.ifNamespace(environmentFacts));
  readonly #deployments = new QueryController(this, () => this.ifNamespace(deploymentFacts));
  readonly #planes = new QueryController(this, () => this.ifNamespace(planeFacts));
  readonly #clusterPlanes = new QueryController(this, () => this.ifNamespace(clusterPlaneFacts));
  readonly #toChart = remember((metrics: Metrics, show: OverviewView['show'], _locale: string) =>
    toGrowthChart(metrics.growth, metrics.periods, show, this.host.messages),
  );

  /** Of the project whose page it is, whichever is selected. */
  protected override get scope(): Scope {
    const {namespace} = super.scope;
    return {...(namespace && {namespace}), project: this.location.param('project')};
  }

  protected override get path(): string {
    return `/catalog/projects/${this.scope.project}`;
  }

  get #ownDeployments(): readonly DeploymentFacts[] | undefined {
    const {project} = this.scope;
    return this.#deployments.data?.filter((one) => one.project === project);
  }

  protected override renderPage(): TemplateResult {
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
    if (metrics?.components.total === 0)
      return emptyState({icon: Box, title: this.text('overview.none.title'), text: this.text('overview.none.text')});
    const toolbar = figuresToolbar(
      {
        range: this.view.range,
        freshness: html`<analytics-freshness .scope=${this.scope}></analytics-freshness>`,
        isFetching: query.isFetching,
        choose: (range) => this.show({range}),
        refresh: () => this.#refresh(),
      },
      this.host.messages,
    );
    return html`${toolbar}${this.#renderTiles(metrics)}${this.#renderGrid(metrics)}`;
  }

  #renderTiles(metrics: Metrics | undefined): TemplateResult {
    const {messages, navigation} = this.host;
    const components = navigation.href('/catalog/components', this.scope);
    return html`
      <dl class="tiles">
        ${growthTile('components', metrics?.components, metrics?.range ?? 'all', messages, components)}
        ${readyTile(metrics, messages)} ${deploymentTile(this.#deployments, this.#ownDeployments, messages)}
      </dl>
    `;
  }

  #renderGrid(metrics: Metrics | undefined): TemplateResult {
    const {messages, navigation, state} = this.host;
    const {show} = this.view;
    const chart = metrics && this.#toChart(metrics, show, state.locale.get());
    const [own, shared] = [this.#planes.data, this.#clusterPlanes.data];
    const number = (value: number): string => messages.number(value);
    return html`
      <div class="grid">
        ${growthPanel({name: 'growth', ...toGrown(metrics), chart, show, choose: (one) => this.show({show: one})}, messages)}
        <div class="side">
          ${environmentsCard(
            {
              environments: this.#environments,
              planes: own && shared && [...own, ...shared],
              deployments: this.#ownDeployments,
            },
            messages,
          )}
        </div>
        ${breakdownCard({
          id: 'state',
          heading: this.text('by.state'),
          bars: metrics?.byState.map(({key, count}) => ({label: this.text(`state.${key}`), count, tone: key})),
          number,
        })}
        ${breakdownCard({
          id: 'type',
          heading: this.text('by.type'),
          bars: metrics?.byType.map(({key, count}) => ({
            label: toTypeName(key) || this.text('unknown'),
            count,
            tone: '5',
          })),
          number,
        })}
      </div>
      <footer>
        <p class="footnote">${this.text('overview.note')}</p>
        <a class="onwards" href=${navigation.href('/analytics', this.scope)}
          >${this.text('tab.more')}${icon(ArrowRight, {size: 14})}</a
        >
      </footer>
    `;
  }

  #refresh(): void {
    const others = [this.#environments, this.#deployments, this.#planes, this.#clusterPlanes];
    for (const query of [this.#metrics.query, ...others]) void query.refetch();
  }
}
