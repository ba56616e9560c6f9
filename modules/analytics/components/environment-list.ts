import type {Messages} from '@openchoreo/portal-contract';
import {css, html, type TemplateResult} from 'lit';
import type {DeploymentFacts, EnvironmentFacts, PlaneFacts} from '../types/facts.ts';
import {toPlaneState} from '../utils/plane-state.ts';

/** The environments, production last, each with its plane and whether the plane is heard of. Needs `badgeStyles`. */
export function environmentList(
  {
    environments,
    planes,
    deployments,
  }: {
    readonly environments: readonly EnvironmentFacts[];
    readonly planes: readonly PlaneFacts[];
    /** Undefined while they are not known. */
    readonly deployments: readonly DeploymentFacts[] | undefined;
  },
  messages: Pick<Messages, 'text'>,
): TemplateResult {
  const sorted = [...environments].sort(
    (a, b) => Number(a.isProduction) - Number(b.isProduction) || a.label.localeCompare(b.label),
  );
  return html`
    <ul class="environments">
      ${sorted.map((environment) => {
        const plane = planes.find(({id}) => id === environment.plane);
        const state = toPlaneState(plane);
        const count = deployments?.filter((one) => one.environment === environment.name).length;
        return html`
          <li>
            <span class="name">
              <strong>${environment.label}</strong>
              <span class="muted">
                ${plane?.label ?? (environment.plane.split('/')[1] || messages.text('unknown'))}${count === undefined ? '' : ` · ${messages.text('environments.deployed', {count})}`}
              </span>
            </span>
            <span class="badge ${TONES[state]}"><span class="dot"></span>${messages.text(`plane.${state}`)}</span>
          </li>
        `;
      })}
    </ul>
  `;
}

const TONES = {connected: 'success', disconnected: 'danger', unknown: 'neutral'} as const;

export const environmentListStyles = css`
  .environments {
    padding: 0;
    list-style: none;
    font-size: var(--portal-text-small);
  }
  .environments li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    border-bottom: 1px solid var(--portal-color-border);
  }
  .environments li:last-child {
    border-bottom: 0;
  }
  .environments .name {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    line-height: 1.35;
  }
  .environments strong {
    font-weight: 500;
  }
`;
