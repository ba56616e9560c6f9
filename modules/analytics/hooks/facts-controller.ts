import {QueryController, type QueryOptions} from '@openchoreo/portal-lit';
import type {ReactiveControllerHost} from 'lit';
import {
  clusterPlaneFacts,
  componentFacts,
  deploymentFacts,
  environmentFacts,
  type FactSource,
  planeFacts,
  projectFacts,
  workloadFacts,
} from '../services/fact-queries.ts';
import type {PlaneFacts} from '../types/facts.ts';
import type {FactName, Facts} from '../types/report.ts';
import {remember} from '../utils/remember.ts';

const NOTHING = {
  components: [],
  projects: [],
  workloads: [],
  environments: [],
  deployments: [],
  planes: [],
} as const satisfies Facts;

export interface FactQuestion {
  /** With a namespace. */
  readonly source: FactSource;
  readonly needs: readonly FactName[];
}

type AnyQuery = Pick<QueryController<unknown>, 'status' | 'data' | 'error' | 'updatedAt' | 'isFetching' | 'refetch'>;

/** Keeps an element up to date with those facts it needs; the others are not asked for. */
export class FactsController {
  readonly #queries: Readonly<Record<FactName, readonly AnyQuery[]>>;
  readonly #question: () => FactQuestion | undefined;
  readonly #components;
  readonly #projects;
  readonly #workloads;
  readonly #environments;
  readonly #deployments;
  readonly #planes;
  readonly #clusterPlanes;
  readonly #join = remember((own: readonly PlaneFacts[], shared: readonly PlaneFacts[]) => [...own, ...shared]);
  readonly #together = remember(
    (...[components, projects, workloads, environments, deployments, planes]: FactLists): Facts => ({
      components,
      projects,
      workloads,
      environments,
      deployments,
      planes,
    }),
  );

  /** The getter is read at every update of the element. */
  constructor(element: ReactiveControllerHost & HTMLElement, question: () => FactQuestion | undefined) {
    this.#question = question;
    const ask = <Q, T>(name: FactName, toQuery: (source: FactSource) => QueryOptions<Q, T>): QueryController<Q, T> =>
      new QueryController(element, () => {
        const asked = question();
        return asked?.needs.includes(name) ? toQuery(asked.source) : undefined;
      });
    this.#components = ask('components', componentFacts);
    this.#projects = ask('projects', projectFacts);
    this.#workloads = ask('workloads', workloadFacts);
    this.#environments = ask('environments', environmentFacts);
    this.#deployments = ask('deployments', deploymentFacts);
    this.#planes = ask('planes', planeFacts);
    this.#clusterPlanes = ask('planes', clusterPlaneFacts);
    this.#queries = {
      components: [this.#components],
      projects: [this.#projects],
      workloads: [this.#workloads],
      environments: [this.#environments],
      deployments: [this.#deployments],
      planes: [this.#planes, this.#clusterPlanes],
    };
  }

  /** All that is needed; undefined until everything has come. The same object while nothing has changed. */
  get facts(): Facts | undefined {
    if (this.#needed.some(({data}) => data === undefined)) return undefined;
    const [own, shared] = [this.#planes.data, this.#clusterPlanes.data];
    return this.#together(
      this.#components.data ?? NOTHING.components,
      this.#projects.data ?? NOTHING.projects,
      this.#workloads.data ?? NOTHING.workloads,
      this.#environments.data ?? NOTHING.environments,
      this.#deployments.data ?? NOTHING.deployments,
      own && shared ? this.#join(own, shared) : NOTHING.planes,
    );
  }

  /** Why something that is needed cannot be had. */
  get error(): unknown {
    return this.#needed.find(({status, data}) => status === 'error' && data === undefined)?.error;
  }

  get isFetching(): boolean {
    return this.#needed.some(({isFetching}) => isFetching);
  }

  /** When the oldest of it was read; 0 while something is missing. */
  get updatedAt(): number {
    return Math.min(...this.#needed.map(({updatedAt}) => updatedAt));
  }

  refetch(): void {
    for (const query of this.#needed) void query.refetch();
  }

  get #needed(): readonly AnyQuery[] {
    return (this.#question()?.needs ?? []).flatMap((name) => this.#queries[name]);
  }
}

type FactLists = [
  Facts['components'],
  Facts['projects'],
  Facts['workloads'],
  Facts['environments'],
  Facts['deployments'],
  Facts['planes'],
];
