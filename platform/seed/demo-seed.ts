import {createComponent} from './component-seed.ts';
import {DEMO_COMPONENTS} from './demo-components.ts';
import {createConnectedPlane, createDegradedPlane, createPipeline} from './platform-seed.ts';
import type {SeedObject} from './seed.ts';

const NAMESPACE = 'acme';

/** A small company: three projects, twelve components, three environments, two data planes of which one is degraded. */
export function createDemoSeed(): readonly SeedObject[] {
  return [
    {kind: 'namespaces', name: NAMESPACE, displayName: 'Acme', description: 'Acme Retail', daysOld: 210},
    createConnectedPlane({
      name: 'default',
      displayName: 'Frankfurt',
      description: 'Development and staging',
      host: 'dev.acme.example',
    }),
    createDegradedPlane({
      name: 'production',
      namespace: NAMESPACE,
      displayName: 'Dublin',
      description: 'Production',
      host: 'acme.example',
    }),
    ...createPipeline(NAMESPACE, [
      environment('development', 'Development', {kind: 'ClusterDataPlane', name: 'default'}),
      environment('staging', 'Staging', {kind: 'ClusterDataPlane', name: 'default'}),
      environment('production', 'Production', {kind: 'DataPlane', name: 'production'}),
    ]),
    project('storefront', 'Storefront', 'The online shop', 150),
    project('payments', 'Payments', 'Checkout, ledger and settlement', 135),
    project('data-platform', 'Data platform', 'Events, reports and notebooks', 80),
    ...DEMO_COMPONENTS.flatMap((component) => createComponent({...component, namespace: NAMESPACE})),
  ];
}

function environment(name: string, displayName: string, dataPlaneRef: {kind: string; name: string}): SeedObject {
  const spec = {dataPlaneRef, isProduction: name === 'production'};
  return {kind: 'environments', namespace: NAMESPACE, name, displayName, daysOld: 200, spec};
}

function project(name: string, displayName: string, description: string, daysOld: number): SeedObject {
  return {kind: 'projects', namespace: NAMESPACE, name, displayName, description, daysOld};
}
