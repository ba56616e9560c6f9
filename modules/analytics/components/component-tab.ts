import type {Scope} from '@openchoreo/portal-contract';
import {emptyState, errorState, PortalTime, QueryController} from '@openchoreo/portal-lit';
import {html, nothing, type TemplateResult} from 'lit';
import Tag from 'lucide/dist/esm/icons/tag.mjs';
import {deploymentFacts, environmentFacts, releaseFacts} from '../services/fact-queries.ts';
import {toReleaseAges} from '../services/to-release-ages.ts';
import {toReleaseHistory} from '../services/to-release-history.ts';
import type {ReleaseFacts} from '../types/facts.ts';
import type {Growth} from '../types/growth.ts';
import {toGrowthChart} from '../utils/growth-chart.ts';
import type {OverviewView} from '../utils/overview-query.ts';
import {remember} from '../utils/remember.ts';
import type {Periods} from '../utils/time-range.ts';
import {AnalyticsTab} from './analytics-tab.ts';
import {breakdownCard} from './breakdown-card.ts';
import {deploymentTile} from './deployment-tile.ts';
import {figureTile} from './figure-tile.ts';
import {figuresToolbar} from './figures-toolbar.ts';
import {growthPanel} from './growth-panel.ts';
import {growthTile} from './metric-tiles.ts';

/** How often a component is released and how old what runs of it is, as a tab of its page. */
export class ComponentTab extends AnalyticsTab {
  static override dependencies = {...AnalyticsTab.dependencies, 'portal-time': PortalTime};

  readonly #releases = new QueryController(this, () => this.ifNamespace(releaseFacts));
  readonly #deployments = new QueryController(this, () => this.ifNamespace(deploymentFacts));
  readonly #environments = new QueryController(this, () => this.ifNamespace(environmentFacts));
  readonly #toHistory = remember(toReleaseHistory);
  readonly #toChart = remember((growth: Growth, periods: Periods, show: OverviewView['show'], _locale: string) =>
    toGrowthChart(growth, periods, show, this.host.messages),
  );

  /** Of the component whose page it is, whichever is selected. */
  protected override get scope(): Scope {
    const {namespace} = super.scope;
    return {...(namespace && {namespace}), component: this.location.param('component')};
  }

  protected override get path(): string {
    return `/catalog/components/${this.scope.component}`;
  }

  protected override renderPage(): TemplateResult {
    const {data, status, error, isFetching, updatedAt} = this.#releases;
    if (data === undefined && status === 'error') {
      return errorState({
        error,
        messages: this.host.messages,
        text: this.text('data.error'),
        retry: () => void this.#releases.refetch(),
        retryLabel: this.text('retry'),
      });
    }
    if (data?.length === 0)
      return emptyState({icon: Tag, title: this.text('releases.none.title'), text: this.text('releases.none.text')});
    const readAt = data && new Date(updatedAt).toISOString();
    const toolbar = figuresToolbar(
      {
        range: this.view.range,
        freshness: html`<span class="muted"
          >${readAt ? html`${this.text('data.read')} <portal-time datetime=${readAt}></portal-time>` : nothing}</span
        >`,
        isFetching,
        choose: (range) => this.show({range}),
        refresh: () => this.#refresh(),
      },
      this.host.messages,
    );
    return html`${toolbar}${this.#renderFigures(data)}`;
  }

  #renderFigures(releases: readonly ReleaseFacts[] | undefined): TemplateResult {
    const {messages, state} = this.host;
    const {range, show} = this.view;
    const history = releases && this.#toHistory(releases, range, this.#releases.updatedAt);
    const chart = history && this.#toChart(history.growth, history.periods, show, state.locale.get());
    const last = history?.last;
    return html`
      <dl class="tiles">
        ${growthTile('releases', history?.figure, range, messages)}
        ${figureTile({
          label: this.text('tile.last-release'),
          value:
            history &&
            (last === undefined
              ? '–'
              : html`<portal-time datetime=${new Date(last.created).toISOString()}></portal-time>`),
          note: last?.name,
        })}
        ${deploymentTile(this.#deployments, this.#deployments.data, messages)}
      </dl>
      <div class="grid">
        ${growthPanel(
          {
            name: 'releases',
            ...(history && {figure: history.figure, range, step: history.periods.step}),
            chart,
            show,
            choose: (one) => this.show({show: one}),
          },
          messages,
        )}
        <div class="side">${this.#renderAges(releases)}</div>
      </div>
    `;
  }

  #renderAges(releases: readonly ReleaseFacts[] | undefined): TemplateResult {
    const {messages} = this.host;
    const {data, status, error} = this.#deployments;
    // Without the environments their technical names do.
    const environments = this.#environments.data ?? (this.#environments.status === 'error' ? [] : undefined);
    const deployments = data ?? (status === 'error' ? [] : undefined);
    const ages =
      releases && environments && deployments && toReleaseAges(releases, deployments, environments, Date.now());
    return breakdownCard({
      id: 'ages',
      heading: this.text('by.release-age'),
      bars: ages?.map(({environment, days, isProduction}) => ({
        label: environment,
        count: days,
        tone: isProduction ? '1' : '5',
      })),
      empty: status === 'error' ? messages.error(error) : this.text('releases.none-deployed'),
      number: (days) => messages.number(days, {style: 'unit', unit: 'day', unitDisplay: 'long'}),
    });
  }

  #refresh(): void {
    for (const query of [this.#releases, this.#deployments, this.#environments]) void query.refetch();
  }
}
