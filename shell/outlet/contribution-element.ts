import {PortalError, type Contribution} from '@openchoreo/portal-contract';
import type {Registry} from '../registry/registry.ts';
import type {LoadComponent} from './component-loader.ts';
import type {PendingParts} from './pending-parts.ts';
import type {BoundaryContent, PortalBoundary} from './portal-boundary.ts';
import {whenSeen} from './when-seen.ts';

/** Makes the element of a contribution: a boundary that loads its content when it enters the page. */
export function createContributionElement(
  registry: Registry,
  loadComponent: LoadComponent,
  createBoundary: () => PortalBoundary,
  report: (module: string, error: PortalError) => void,
  pending: PendingParts,
  /** Why a contribution failed, by its key, until it is tried again. */
  failures: Map<string, PortalError>,
): (contribution: Contribution) => HTMLElement {
  return ({module, point, id, key, data}) => {
    const boundary = createBoundary();
    boundary.name = data.title ?? id;
    boundary.module = module;
    boundary.onRetry = () => registry.release(module);
    boundary.onFailure = (error) => {
      failures.set(key, error);
      report(module, error);
    };
    const load = async (): Promise<BoundaryContent> => {
      failures.delete(key);
      const {component} = data;
      const record = registry.find(module);
      if (!record) throw new PortalError('MODULE_DISABLED', [module]);
      if (!component)
        throw new PortalError('CONTRIBUTION_INVALID', [id, point, 'component: found nothing, expected a component']);
      const [{host}, tag] = await Promise.all([registry.activate(module), loadComponent(record.head, component)]);
      return {host, tag};
    };
    // What is deferred is not waited for: the first page is there without it.
    boundary.load = data.deferred ? () => whenSeen(boundary).then(load) : () => pending.track(load());
    return boundary;
  };
}
