import {playComponent} from './component-seed.ts';
import {DEMO_COMPONENTS} from './demo-components.ts';
import {createConnectedPlane, createDegradedPlane, createPipeline, createPlanes} from './platform-seed.ts';
import type {SeedWorld} from './seed-world.ts';
import type {SeedObject} from './seed.ts';
import {settleConnections} from './settle-connections.ts';

const NAMESPACE = 'acme';

/**
 * A small company: three projects, twelve components, three environments, three data planes of which one is degraded;
 * with builds, releases and deployments of the last months, some of which have failed.
 */
export async function playDemo(world: SeedWorld): Promise<void> {
  const objects = [
    {kind: 'namespaces', name: NAMESPACE, displayName: 'Acme', description: 'Acme Retail', daysOld: 210},
    ...createPlanes({displayName: 'Frankfurt', description: 'Development and staging', host: 'dev.acme.example'}),
    createConnectedPlane({
      name: 'production',
      namespace: NAMESPACE,
      displayName: 'Dublin',
      description: 'Production',
      host: 'acme.example',
    }),
    createDegradedPlane({
      name: 'recovery',
      namespace: NAMESPACE,
      displayName: 'Paris',
      description: 'Takes over when Dublin fails',
      host: 'recovery.acme.example',
    }),
    ...createPipeline(NAMESPACE, [
      environment('development', 'Development', {kind: 'ClusterDataPlane', name: 'default'}),
      environment('staging', 'Staging', {kind: 'ClusterDataPlane', name: 'default'}),
      environment('production', 'Production', {kind: 'DataPlane', name: 'production'}),
    ]),
    project('storefront', 'Storefront', 'The online shop', 150),
    project('payments', 'Payments', 'Checkout, ledger and settlement', 135),
    project('data-platform', 'Data platform', 'Events, reports and notebooks', 80),
  ];
  for (const object of objects) await world.settle([world.insert(object)]);
  for (const component of DEMO_COMPONENTS) await playComponent(world, {...component, namespace: NAMESPACE});
  for (const run of DEMO_RUNS) await world.settle([world.insert({...run, namespace: NAMESPACE})]);
  await settleConnections(world);
}

/** Runs that build nothing. */
const DEMO_RUNS: readonly SeedObject[] = [
  backup('ledger-backup-1', 'ledger', 1.4),
  backup('ledger-backup-2', 'ledger', 0.4),
];

function backup(name: string, database: string, daysOld: number): SeedObject {
  const workflow = {kind: 'ClusterWorkflow', name: 'database-backup', parameters: {database}};
  return {kind: 'workflowruns', name, daysOld, spec: {workflow}};
}

function environment(name: string, displayName: string, dataPlaneRef: {kind: string; name: string}): SeedObject {
  const spec = {dataPlaneRef, isProduction: name === 'production'};
  return {kind: 'environments', namespace: NAMESPACE, name, displayName, daysOld: 200, spec};
}

function project(name: string, displayName: string, description: string, daysOld: number): SeedObject {
  return {kind: 'projects', namespace: NAMESPACE, name, displayName, description, daysOld};
}
