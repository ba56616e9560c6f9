import type {Component, Host, Scope} from '@openchoreo/portal-contract';
import {QueryController} from '@openchoreo/portal-lit';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {componentFacts} from '../services/fact-queries.ts';
import {toMetrics} from '../services/to-metrics.ts';
import type {Config} from '../types/config.ts';
import type {DataUpdated} from '../types/events.ts';
import type {ComponentFacts} from '../types/facts.ts';
import type {Metrics} from '../types/metrics.ts';
import type {Range} from '../utils/time-range.ts';

export interface MetricsQuestion {
  readonly host: Host<Config>;
  /** With a namespace. */
  readonly scope: Scope;
  readonly range: Range;
  readonly refetchInterval: number | false;
}

/**
 * Keeps an element up to date with the figures of a scope. When the platform has answered anew, the module's store gets
 * them and `analytics:data-updated` tells everybody, once for each answer however many elements show it.
 */
export class MetricsController implements ReactiveController {
  readonly #question: () => MetricsQuestion | undefined;
  readonly #components: QueryController<readonly Component[], readonly ComponentFacts[]>;
  #made: {readonly of: string; readonly facts: readonly ComponentFacts[]; readonly metrics: Metrics} | undefined;

  #published: Metrics | undefined;

  /** The getter is read at every update of the element. */
  constructor(element: ReactiveControllerHost & HTMLElement, question: () => MetricsQuestion | undefined) {
    this.#question = question;
    this.#components = new QueryController<readonly Component[], readonly ComponentFacts[]>(element, () => {
      const asked = question();
      return asked?.scope.namespace ? componentFacts({...asked, api: asked.host.api}) : undefined;
    });
    element.addController(this);
  }

  get query(): Pick<QueryController<unknown>, 'status' | 'error' | 'isFetching' | 'updatedAt' | 'refetch'> {
    return this.#components;
  }

  get components(): readonly ComponentFacts[] | undefined {
    return this.#components.data;
  }

  /** Made anew only when there are other components, another range or another scope. */
  get metrics(): Metrics | undefined {
    const [asked, facts, updatedAt] = [this.#question(), this.#components.data, this.#components.updatedAt];
    if (!asked || !facts) return undefined;
    const {scope, range} = asked;
    const of = [scope.namespace, scope.project, range, updatedAt].join();
    if (this.#made?.of !== of || this.#made.facts !== facts) {
      this.#made = {of, facts, metrics: toMetrics(facts, {scope, range, updatedAt, now: Date.now()})};
    }
    return this.#made.metrics;
  }

  hostUpdated(): void {
    const [asked, metrics] = [this.#question(), this.metrics];
    if (!asked || !metrics || metrics === this.#published) return;
    this.#published = metrics;
    publish(asked.host, metrics);
  }
}

/** Several elements may show several scopes: each answer of the platform is told of once, by whoever draws it first. */
function publish({stores, events}: Host<Config>, metrics: Metrics): void {
  const {namespace, project, updatedAt, components} = metrics;
  const scope = project ? `${namespace}/${project}` : namespace;
  const {answered} = stores.get('analytics').get();
  const isNew = answered[scope] !== updatedAt;
  stores.set('analytics', {metrics, ...(isNew && {answered: {...answered, [scope]: updatedAt}})});
  if (!isNew) return;
  const payload: DataUpdated = {
    namespace,
    ...(project && {project}),
    updatedAt: new Date(updatedAt).toISOString(),
    components: components.total,
  };
  events.emit('analytics:data-updated', payload);
}
