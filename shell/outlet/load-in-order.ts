import type {Manifests} from '../registry/manifests.ts';
import type {Registry} from '../registry/registry.ts';
import type {LoadComponent} from './component-loader.ts';

/**
 * Loads components beside the activation of their module, but after it where their code rests on it: what a module
 * imports from another one is run when that one is active, and a tag of its own is defined by its activation.
 */
export function loadInOrder(
  load: LoadComponent,
  manifests: Pick<Manifests, 'get'>,
  registry: Pick<Registry, 'activate'>,
): LoadComponent {
  return async (head, component, place) => {
    const {dependencies} = await manifests.get(head);
    if ('tag' in component || Object.keys(dependencies?.modules ?? {}).length > 0) await registry.activate(head.id);
    return load(head, component, place);
  };
}
