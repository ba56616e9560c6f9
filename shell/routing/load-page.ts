import {PortalError, type Host, type ModuleManifest, type Route, type RouteMatch} from '@openchoreo/portal-contract';
import type {LoadComponent} from '../outlet/component-loader.ts';
import type {Registry} from '../registry/registry.ts';
import {toBase, type Resolution} from './resolve-page.ts';
import type {PagePart} from './router.ts';

type PageResolution = Extract<Resolution, {kind: 'page'}>;

export interface LoadedPage {
  readonly module: string;
  readonly host: Host;
  readonly parts: readonly PagePart[];
}

/** Activates the page's module and fetches the code of its elements, both at the same time. */
export type LoadPage = (page: PageResolution) => Promise<LoadedPage>;

export function createLoadPage(
  registry: Registry,
  loadComponent: LoadComponent,
  /** Called first: time to fetch what the page will show of other modules. */
  onStart: (manifest: ModuleManifest) => void = () => {},
): LoadPage {
  return async ({head, manifest, match}) => {
    const parts = toParts(toBase(head.base), match);
    if (parts.length === 0) throw new PortalError('NOT_FOUND', [toBase(head.base) || '/']);
    onStart(manifest);
    const active = registry.activate(head.id);
    const tags = await Promise.all([
      ...parts.map(({component, holdsPages}) => loadComponent(head, component, {holdsPages})),
      active.then(() => ''),
    ]);
    return {
      module: head.id,
      host: (await active).host,
      parts: parts.map(({key, path}, index) => ({
        key: `${head.id}@${head.version} ${key}`,
        path,
        tag: tags[index] ?? '',
      })),
    };
  };
}

/** Routes without a component only add their path to the next one. */
function toParts(
  base: string,
  {chain, paths}: RouteMatch,
): readonly {key: string; path: string; component: NonNullable<Route['component']>; holdsPages: boolean}[] {
  let prefix = base;
  let key = '';
  return chain.flatMap((route, index) => {
    prefix += paths[index] ?? '';
    key += `${route.path} ${JSON.stringify(route.component)} ${route.perspective ?? ''}`;
    if (!route.component) return [];
    const path = prefix;
    prefix = '';
    return [{key, path, component: route.component, holdsPages: (route.children?.length ?? 0) > 0}];
  });
}
