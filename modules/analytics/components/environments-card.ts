import type {Messages} from '@openchoreo/portal-contract';
import {html, type TemplateResult} from 'lit';
import type {DeploymentFacts, EnvironmentFacts, PlaneFacts} from '../types/facts.ts';
import {environmentList} from './environment-list.ts';

export interface EnvironmentsCard {
  readonly environments: {
    readonly data: readonly EnvironmentFacts[] | undefined;
    readonly status: string;
    readonly error: unknown;
  };
  /** Undefined while they are not known. */
  readonly planes: readonly PlaneFacts[] | undefined;
  readonly deployments: readonly DeploymentFacts[] | undefined;
}

/** The environments with what is deployed to each. Needs `environmentListStyles` and `badgeStyles`. */
export function environmentsCard(
  {environments: {data, status, error}, planes = [], deployments}: EnvironmentsCard,
  messages: Messages,
): TemplateResult {
  const body = (): TemplateResult => {
    if (data === undefined && status === 'error') return html`<p class="muted">${messages.error(error)}</p>`;
    if (data === undefined) return html`<span class="bone" aria-busy="true"></span>`;
    if (data.length === 0) return html`<p class="muted">${messages.text('environments.none')}</p>`;
    return environmentList({environments: data, planes, deployments}, messages);
  };
  return html`
    <section class="card" aria-labelledby="environments">
      <header class="card-header"><h2 id="environments">${messages.text('by.environment')}</h2></header>
      <div class="card-body">${body()}</div>
    </section>
  `;
}
