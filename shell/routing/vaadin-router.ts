import {locationContext} from '@openchoreo/portal-lit';
import {PortalError, type RouteLocation} from '@openchoreo/portal-contract';
import {Router as VaadinRouter, type Commands, type Route as VaadinRoute} from '@vaadin/router';
import {captureErrors, startCapture} from '../outlet/capture-errors.ts';
import type {PortalBoundary} from '../outlet/portal-boundary.ts';
import {provideContext, type ProvidedContext} from '../outlet/provide-context.ts';
import {watchUpdates} from '../outlet/watch-updates.ts';
import type {PagePart, PageView, Router} from './router.ts';

/**
 * The router port over Vaadin Router. One root route whose `children` function gives the boundary's route of the
 * module and below it the routes of the view: Vaadin keeps an element when it meets the same route object with the
 * same path again, so route objects are made once per definition. Its own triggers and history are off.
 */
export function createVaadinRouter(
  outlet: HTMLElement,
  boundaryTag: string,
  prepare: (boundary: PortalBoundary) => void,
): Router {
  const vaadin = new VaadinRouter(outlet);
  VaadinRouter.setTriggers();
  vaadin.unsubscribe();

  const boundaries = new Map<string, VaadinRoute>();
  const pages = new Map<string, VaadinRoute>();
  const locations = new WeakMap<Element, ProvidedContext<RouteLocation>>();
  let view: PageView | undefined;
  let isFresh = true;
  void vaadin.setRoutes([{path: '', children: () => (view ? [toBoundaryRoute(view)] : [])}], true);

  function toBoundaryRoute({module}: PageView): VaadinRoute {
    const made = boundaries.get(module);
    if (made) return made;
    const route: VaadinRoute = {
      path: '',
      children: () => [toPageRoute(0)],
      action: (_context, commands) => createBoundary(commands),
    };
    boundaries.set(module, route);
    return route;
  }

  function createBoundary(commands: Commands): HTMLElement {
    const boundary = commands.component(boundaryTag) as PortalBoundary;
    boundary.toggleAttribute('page', true);
    prepare(boundary);
    boundary.name = view!.path;
    boundary.onFailure = (error) => view?.onFailure(error);
    boundary.provide(view!.host);
    return boundary;
  }

  function toPageRoute(depth: number): VaadinRoute {
    const {key, path} = view!.parts[depth]!;
    const made = pages.get(key);
    if (made) return made;
    const page: VaadinRoute = {
      path,
      children: () => (depth + 1 < view!.parts.length ? [toPageRoute(depth + 1)] : []),
      action: (_context, commands) => createPage(view!.parts[depth]!, commands),
    };
    pages.set(key, page);
    return page;
  }

  function createPage({tag}: PagePart, commands: Commands): HTMLElement {
    const {location, onFailure} = view!;
    let page: HTMLElement | undefined;
    const thrown = captureErrors(() => (page = commands.component(tag)));
    if (thrown || !page) throw new PortalError('RENDER_FAILED', [`<${tag}>`], {cause: thrown?.error});
    locations.set(page, provideContext(page, locationContext, location));
    watchUpdates(page, onFailure);
    return page;
  }

  async function show(next: PageView): Promise<HTMLElement | undefined> {
    view = next;
    // Attaching is one synchronous stretch that begins with this event; what elements throw in it is the page's.
    const onAttach = (): void => {
      // What the server painted stands until the first page takes its place.
      if (isFresh) outlet.replaceChildren();
      isFresh = false;
      const capture = startCapture();
      queueMicrotask(() => {
        capture.stop();
        const thrown = capture.first();
        if (thrown) next.onFailure(thrown.error);
      });
    };
    addEventListener('vaadin-router-location-changed', onAttach);
    try {
      await vaadin.render({pathname: next.path, search: next.query, hash: ''});
    } catch (error) {
      throw unwrap(error);
    } finally {
      removeEventListener('vaadin-router-location-changed', onAttach);
    }
    if (view !== next) return undefined;
    return handOver(next);
  }

  /** Elements that stayed learn of the new location here; new ones were made with it. */
  function handOver({parts, location}: PageView): HTMLElement | undefined {
    let element = outlet.lastElementChild;
    for (const {tag} of parts) {
      element = [...(element?.children ?? [])].find((child) => child.localName === tag && locations.has(child)) ?? null;
      if (element) locations.get(element)?.set(location);
    }
    return (element as HTMLElement | null) ?? undefined;
  }

  return {
    show,
    clear() {
      view = undefined;
      outlet.replaceChildren();
      // Forgets what was shown, so that the next view is built anew.
      void vaadin.setRoutes(vaadin.getRoutes(), true);
    },
  };
}

function unwrap(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof PortalError ? cause : error;
}
