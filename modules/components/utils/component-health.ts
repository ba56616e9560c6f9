import {
  toDeploymentState,
  type Component,
  type DeploymentState,
  type ReleaseBinding,
} from '@openchoreo/portal-contract';

export interface ComponentHealth {
  readonly component: Component;
  /** How it is in each environment that it is in, by the environment's name. */
  readonly states: ReadonlyMap<string, DeploymentState>;
}

/** What a person has to look at first. */
const URGENCY: readonly DeploymentState[] = ['failed', 'progressing', 'pending'];

/** Components with how they are in each environment, the troubled first, then those whose deployments changed last. */
export function toComponentHealth(
  components: readonly Component[],
  bindings: readonly ReleaseBinding[],
): readonly ComponentHealth[] {
  const byComponent = Map.groupBy(bindings, ({spec}) => spec?.owner.componentName ?? '');
  return components
    .map((component) => {
      const own = byComponent.get(component.metadata.name) ?? [];
      const states = new Map(own.map((binding) => [binding.spec?.environment ?? '', toDeploymentState(binding)]));
      const ranks = [...states.values()].map((state) => URGENCY.indexOf(state)).filter((rank) => rank >= 0);
      const changedAt = own.map(toChangeTime).reduce((latest, time) => (time > latest ? time : latest), '');
      return {component, states, rank: Math.min(URGENCY.length, ...ranks), changedAt};
    })
    .sort((a, b) => a.rank - b.rank || b.changedAt.localeCompare(a.changedAt))
    .map(({component, states}) => ({component, states}));
}

/** When somebody last changed what is to run there. */
export function toChangeTime({metadata, status}: ReleaseBinding): string {
  return status?.lastSpecUpdateTime ?? metadata.creationTimestamp ?? '';
}
