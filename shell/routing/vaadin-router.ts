import {locationContext} from '@openchoreo/portal-lit';
import {PortalError, type RouteLocation} from '@openchoreo/portal-contract';
import {Router as VaadinRouter, type Commands, type Route as VaadinRoute, type RouteContext} from '@vaadin/router';
import {captureErrors, startCapture} from '../outlet/capture-errors.ts';
import {PortalBoundary} from '../outlet/portal-boundary.ts';
import {provideContext, type ProvidedContext} from '../outlet/provide-context.ts';
import {clearSkeleton, removePreview} from '../outlet/preview.ts';
import {watchUpdates} from '../outlet/watch-updates.ts';
import {keepLocation} from './keep-location.ts';
import type {PageView, Router} from './router.ts';

/** An element in its place: it stays while key and matched path stay, and all that is around it. */
interface Placed {
  readonly key: string;
  readonly path: string;
  readonly element: HTMLElement;
  readonly location?: ProvidedContext<RouteLocation>;
}

interface Turn {
  readonly view: PageView;
  readonly placed: Placed[];
}

/**
 * The router port over Vaadin Router: one root route whose `children` function gives the routes of the view. Vaadin
 * keeps an element when it meets the same route object, path and element again, so route objects are made once per
 * definition. Its triggers, history and redirects are off: they lose the query, and know no guard that can ask.
 */
export function createVaadinRouter(
  outlet: HTMLElement,
  boundaryTag: string,
  prepare: (boundary: PortalBoundary) => void,
): Router {
  // Deprecated as a whole, and decided all the same: what is used of it is behind the port.
  /* eslint-disable @typescript-eslint/no-deprecated */
  const vaadin = new VaadinRouter(outlet);
  VaadinRouter.setTriggers();
  /* eslint-enable @typescript-eslint/no-deprecated */
  vaadin.unsubscribe();

  const routes = new Map<string, VaadinRoute>();
  let turn: Turn | undefined;
  let shown: readonly Placed[] = [];
  let isFresh = true;
  // Vaadin keeps nothing below an element it does not keep, so the root has one, too.
  const createRoot = (): VaadinRoute => ({
    path: '',
    children: () => (turn ? [toBoundaryRoute(turn.view)] : []),
    action: (context, commands) => place('', context, () => ({element: createOutlet(commands)})),
  });
  void vaadin.setRoutes([createRoot()], true);

  function toRoute(key: string, make: () => VaadinRoute): VaadinRoute {
    const route = routes.get(key) ?? make();
    routes.set(key, route);
    return route;
  }

  function toBoundaryRoute({module}: PageView): VaadinRoute {
    return toRoute(module, () => ({
      path: '',
      children: () => toPageRoutes(0),
      action: (context, commands) => place(module, context, (view) => ({element: createBoundary(view, commands)})),
    }));
  }

  function toPageRoutes(depth: number): VaadinRoute[] {
    const part = turn?.view.parts[depth];
    if (!part) return [];
    const {key, tag} = part;
    const make = (): VaadinRoute => ({
      path: '/:part',
      children: () => toPageRoutes(depth + 1),
      action: (context, commands) => place(key, context, (view) => createPage(view, tag, commands)),
    });
    return [toRoute(key, make)];
  }

  /** The element that stands there already, or a new one. */
  function place(
    key: string,
    context: RouteContext,
    make: (view: PageView) => Omit<Placed, 'key' | 'path'>,
  ): HTMLElement | undefined {
    if (!turn) return undefined;
    const {placed, view} = turn;
    const before = shown[placed.length];
    const path = context.chain?.at(-1)?.path ?? '';
    const stays = before?.key === key && before.path === path && placed.every((outer, depth) => outer === shown[depth]);
    const now = stays ? before : {key, path, ...make(view)};
    placed.push(now);
    return now.element;
  }

  function createOutlet(commands: Commands): HTMLElement {
    return commands.component('portal-outlet');
  }

  function createBoundary(view: PageView, commands: Commands): HTMLElement {
    const boundary = commands.component(boundaryTag);
    if (!(boundary instanceof PortalBoundary)) throw new TypeError(`<${boundaryTag}> is not defined`);
    boundary.toggleAttribute('page', true);
    prepare(boundary);
    boundary.name = view.path;
    boundary.provide(view.host);
    return boundary;
  }

  function createPage(view: PageView, tag: string, commands: Commands): Omit<Placed, 'key' | 'path'> {
    const made: HTMLElement[] = [];
    const thrown = captureErrors(() => made.push(commands.component(tag)));
    const [element] = made;
    if (thrown || !element) throw new PortalError('RENDER_FAILED', [`<${tag}>`], {cause: thrown?.error});
    keepLocation(element);
    // The page may outlive this view: what it throws concerns the view that is shown by then.
    watchUpdates(element, (error) => turn?.view.onFailure(error));
    return {element, location: provideContext(element, locationContext, view.location)};
  }

  async function show(view: PageView): Promise<HTMLElement | undefined> {
    const mine: Turn = {view, placed: []};
    turn = mine;
    // Attaching is one synchronous stretch that begins with this event; what elements throw in it is the page's.
    const onAttach = (): void => {
      // What the server painted stands until the first page takes its place; a page it drew, until that one is whole.
      if (isFresh) clearSkeleton(outlet);
      else removePreview(outlet);
      isFresh = false;
      shown = mine.placed;
      const capture = startCapture();
      queueMicrotask(() => {
        capture.stop();
        const thrown = capture.first();
        if (thrown) view.onFailure(thrown.error);
      });
    };
    addEventListener('vaadin-router-location-changed', onAttach);
    try {
      await vaadin.render({pathname: toPathname(view), search: view.query, hash: ''});
    } catch (error) {
      shown = [];
      throw unwrap(error);
    } finally {
      removeEventListener('vaadin-router-location-changed', onAttach);
    }
    if (turn !== mine) return undefined;
    for (const {location} of shown) location?.set(view.location);
    return shown.at(-1)?.element;
  }

  return {
    show,
    clear() {
      turn = undefined;
      shown = [];
      isFresh = true;
      outlet.replaceChildren();
      // Route objects are made anew, so that the next view is built anew: a view that fails while it is attached is
      // what Vaadin remembers as shown after this.
      routes.clear();
      void vaadin.setRoutes([createRoot()], true);
    },
  };
}

/** The address is read already: what Vaadin gets has one segment a part, so that it compares and does not match. */
function toPathname({parts}: PageView): string {
  return parts.map(({path}) => `/${encodeURIComponent(path || '/')}`).join('');
}

function unwrap(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof PortalError ? cause : error;
}
