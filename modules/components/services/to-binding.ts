import type {Component, ReleaseBinding} from '@openchoreo/portal-contract';
import {withValue} from '../utils/missing-values.ts';

type Spec = NonNullable<ReleaseBinding['spec']>;

/** A value for one environment, by its path in the binding's spec. */
export interface EnvironmentValue {
  readonly path: readonly string[];
  readonly value: string;
}

export interface DeploymentWish {
  readonly environment: string;
  readonly releaseName: string;
  readonly values: readonly EnvironmentValue[];
}

/** The binding that brings a release to an environment: the one that is there with another release, or a new one. */
export function toBinding(
  {metadata: {namespace, name}, spec}: Component,
  existing: ReleaseBinding | undefined,
  {environment, releaseName, values}: DeploymentWish,
): ReleaseBinding {
  const owner = {projectName: spec?.owner.projectName ?? '', componentName: name};
  const before: Spec = existing?.spec ?? {owner, environment};
  const wanted = values.reduce<Readonly<Record<string, unknown>>>((all, {path, value}) => withValue(all, path, value), {
    ...before,
    releaseName,
    state: 'Active',
  }) as unknown as Spec;
  const metadata = existing?.metadata ?? {name: `${name}-${environment}`, ...(namespace !== undefined && {namespace})};
  return {...existing, metadata, spec: wanted};
}

/** Takes what runs away, or brings it back. */
export function withState(binding: ReleaseBinding, state: 'Active' | 'Undeploy'): ReleaseBinding {
  return {...binding, ...(binding.spec && {spec: {...binding.spec, state}})};
}

/** Asks for new instances of what runs. */
export function withRestart(binding: ReleaseBinding, now: Date): ReleaseBinding {
  const {metadata} = binding;
  const annotations = {...metadata.annotations, 'openchoreo.dev/restartedAt': now.toISOString()};
  return {...binding, metadata: {...metadata, annotations}};
}
