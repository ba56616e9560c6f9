import {
  MAX_REDIRECTS,
  PortalError,
  type Dispose,
  type ModuleHead,
  type Navigation,
  type Perspective,
  type ReadableStore,
  type RouteLocation,
  type ScopeChange,
} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';
import {toPortalError} from '../errors/to-portal-error.ts';
import type {PageState} from '../services.ts';
import {moveAddress, readAddress, writeAddress, type Address, type AddressFallback} from './address.ts';
import {focusPage} from './focus-page.ts';
import {readEntry} from './history-entry.ts';
import type {LeaveGuard} from './leave-guard.ts';
import {followLinks} from './link-clicks.ts';
import type {LoadPage} from './load-page.ts';
import {findNearestPage} from './nearest-page.ts';
import {toBreadcrumbs, toTitle} from './page-title.ts';
import type {Place, Resolution} from './resolve-page.ts';
import type {Router} from './router.ts';
import type {ScrollMemory} from './scroll-memory.ts';

/** `again`: the same address once more, because what decides about it has changed. */
type Mode = 'push' | 'replace' | 'pop' | 'again';

export interface Navigator extends Omit<Navigation, 'title'> {
  readonly address: ReadableStore<Address>;
  readonly page: ReadableStore<PageState>;
  /** Shows the page of the tab's address and follows links and history from then on. */
  start(): Dispose;
  /** Decides anew about the current address; elements that still belong there stay. */
  refresh(): Promise<void>;
  /** Goes to the address as it is. */
  visit(address: Address, mode: 'push' | 'replace'): Promise<void>;
  /** Goes to the perspective: stays at the page if it is shown there, else at the nearest one above that is. */
  switchTo(perspective: Perspective): Promise<void>;
  /** Names the page, while it is one of that module's. */
  title(module: string, text: string): void;
}

export interface NavigatorOptions {
  readonly router: Router;
  readonly resolve: (place: Place) => Promise<Resolution>;
  readonly loadPage: LoadPage;
  readonly fallback: AddressFallback;
  readonly guard: LeaveGuard;
  readonly scroll: ScrollMemory;
  readonly report: (module: string, error: PortalError) => void;
  /** Somebody wants to try a module again whose page failed. */
  readonly onRetry?: (module: string) => void;
}

/** Turns addresses into pages: one navigation at a time, the last one wins. */
export function createNavigator(options: NavigatorOptions): Navigator {
  const {router, guard, scroll, fallback} = options;
  const $address = atom<Address>(readAddress(new URL(location.href), fallback));
  const $page = atom<PageState>({status: 'loading', path: $address.get().path});
  let turn = 0;
  let index = readEntry(history.state)?.index ?? 0;
  let named: {readonly module: string; readonly path: string; readonly text: string} | undefined;

  async function visit(to: Address, mode: Mode, redirects = 0): Promise<void> {
    const mine = ++turn;
    const from = $address.get();
    const leaves = to.path !== from.path;
    if (leaves && !(await guard.mayLeave())) {
      if (mode === 'pop') stepBack();
      return;
    }
    if (mine !== turn) return;
    record(to, mode);
    if (leaves) {
      named = undefined;
      guard.forget();
    }
    if (leaves || $page.get().status === 'failed') $page.set({status: 'loading', path: to.path});

    let head: ModuleHead | undefined;
    try {
      const found = await options.resolve(to);
      if (mine !== turn) return;
      if (found.kind === 'redirect') {
        if (redirects === MAX_REDIRECTS) throw new PortalError('REDIRECT_LOOP', [found.path]);
        await visit({...to, path: found.path}, 'replace', redirects + 1);
        return;
      }
      if (found.kind === 'state') {
        showState(to, found.state);
        return;
      }
      head = found.head;
      const loaded = await options.loadPage(found);
      if (mine !== turn) return;
      $address.set(to);
      const {path, query} = to;
      const view: RouteLocation = {path, params: found.match.params, query};
      const element = await router.show({
        ...loaded,
        path,
        query: query.toString(),
        location: view,
        onFailure: (error) => mine === turn && fail(to, found.head, error),
      });
      if (mine !== turn || !element || $page.get().status === 'failed') return;
      const title = toTitle(found.head, found.match);
      const breadcrumbs = toBreadcrumbs(found, to, title);
      const layout = found.match.chain.findLast((route) => route.layout)?.layout ?? 'default';
      $page.set(withName({status: 'shown', path, title, breadcrumbs, layout}, found.head.id));
      settle(element, mode, leaves, to.hash);
    } catch (error) {
      if (mine === turn) fail(to, head ?? {id: '', name: to.path}, error);
    }
  }

  function record(to: Address, mode: Mode): void {
    const url = writeAddress(to);
    if (mode === 'push') {
      scroll.keep(index);
      history.pushState({index: ++index}, '', url);
    } else if (url !== location.pathname + location.search + location.hash || !readEntry(history.state)) {
      history.replaceState({index}, '', url);
    }
  }

  function showState(to: Address, state: PageState): void {
    $address.set(to);
    router.clear();
    $page.set(state);
  }

  function fail(at: Address, module: Pick<ModuleHead, 'id' | 'name'>, cause: unknown): void {
    const error = toPortalError(cause, () => new PortalError('RENDER_FAILED', [module.name], {cause}));
    options.report(module.id, error);
    const retry = (): void => {
      options.onRetry?.(module.id);
      void visit(at, 'again');
    };
    showState(at, {status: 'failed', path: at.path, module: module.id, error, retry});
  }

  function settle(element: HTMLElement, mode: Mode, leaves: boolean, hash: string): void {
    if (mode === 'pop') scroll.restore(index);
    if (mode !== 'push' || !leaves) return;
    scroll.top();
    void focusPage(element);
    if (hash) document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }

  function withName(state: PageState, module: string): PageState {
    if (state.status !== 'shown' || named?.module !== module || named.path !== state.path) return state;
    const {text} = named;
    const breadcrumbs = [...state.breadcrumbs.slice(0, -1), {label: text, path: state.path}];
    return {...state, title: text, breadcrumbs};
  }

  function onPop(event: PopStateEvent): void {
    const entry = readEntry(event.state);
    if (entry) {
      scroll.keep(index);
      index = entry.index;
    }
    void visit(readAddress(new URL(location.href), fallback), 'pop');
  }

  /** The browser has moved already; the person stays, so the history is moved back to the page that is still here. */
  function stepBack(): void {
    const stay = writeAddress($address.get());
    const stayed = shownIndex;
    if (stayed === index) return;
    removeEventListener('popstate', onPop);
    addEventListener(
      'popstate',
      () => {
        index = stayed;
        if (location.pathname + location.search + location.hash !== stay) history.replaceState({index}, '', stay);
        addEventListener('popstate', onPop);
      },
      {once: true},
    );
    history.go(stayed - index);
  }

  let shownIndex = index;
  $page.listen((state) => {
    if (state.status !== 'loading') shownIndex = index;
  });

  const move = (path: string, change?: ScopeChange): Address => moveAddress($address.get(), path, change);

  return {
    address: $address,
    page: $page,
    start() {
      history.scrollRestoration = 'manual';
      addEventListener('popstate', onPop);
      const keep = (): void => scroll.keep(index);
      addEventListener('pagehide', keep);
      const stopLinks = followLinks(
        (url) =>
          void visit(
            readAddress(url, () => $address.get()),
            'push',
          ),
      );
      const isReload = readEntry(history.state) !== undefined;
      void visit($address.get(), isReload ? 'pop' : 'replace');
      return () => {
        removeEventListener('popstate', onPop);
        removeEventListener('pagehide', keep);
        stopLinks();
      };
    },
    refresh: () => visit($address.get(), 'again'),
    visit: (to, mode) => visit(to, mode),
    async switchTo(perspective) {
      const here = {...$address.get(), perspective};
      const path = await findNearestPage(here, options.resolve);
      const away = path === here.path ? {} : {path, query: new URLSearchParams(), hash: ''};
      await visit({...here, ...away}, 'push');
    },
    href: (path, change) => writeAddress(move(path, change)),
    go: (path, {replace = false, select} = {}) => void visit(move(path, select), replace ? 'replace' : 'push'),
    guard: (isDirty) => guard.add(isDirty),
    title(module, text) {
      named = {module, path: $address.get().path, text};
      $page.set(withName($page.get(), module));
    },
  };
}
