import type {Boot, ModuleHead, ModuleManifest} from '@openchoreo/portal-contract';
import {defineElement} from '@openchoreo/portal-lit';
import {adaptComponent} from '../adapt-component.ts';
import en from '../messages/en.json' with {type: 'json'};
import {PortalBoundary} from '../outlet/portal-boundary.ts';
import {createPortal, type Portal} from '../portal.ts';
import {toMessages} from './to-messages.ts';
import {toRequest} from './to-request.ts';
import type {PageState} from '../services.ts';

/** A real shell over real module files of the test server; the gateway is a function. */
export interface PortalUnderTest {
  readonly portal: Portal;
  readonly outlet: HTMLElement;
  /** Names of the module files that were fetched, in order. */
  readonly imported: string[];
  /** `METHOD path` of what the gateway was asked. */
  readonly asked: string[];
  /** Resolves with the page's state when it is the status. */
  page(status: PageState['status']): Promise<PageState>;
  stop(): void;
}

export interface TestOptions {
  readonly path: string;
  readonly modules: readonly ModuleManifest[];
  readonly inline?: boolean;
  readonly boot?: Partial<Boot>;
  /** Answers of the gateway; what it does not answer is 404. */
  readonly gateway?: (request: Request) => Response | undefined | Promise<Response | undefined>;
}

const ORIGIN_PATH = location.pathname + location.search;

export function startPortal({path, modules, inline = true, boot, gateway}: TestOptions): PortalUnderTest {
  history.replaceState(null, '', path);
  defineElement('portal-boundary', PortalBoundary);
  const imported: string[] = [];
  const asked: string[] = [];
  const outlet = document.createElement('main');
  document.body.append(outlet);

  const portal = createPortal({
    boot: {...toBoot(modules, inline), ...boot},
    outlet,
    async fetch(input, init) {
      const request = toRequest(input, init);
      const {pathname, search} = new URL(request.url);
      asked.push(`${request.method} ${pathname}${search}`);
      return (await gateway?.(request)) ?? new Response('{}', {status: 404});
    },
    importFile(url) {
      imported.push(new URL(url).pathname.split('/').at(-1) ?? url);
      return import(url) as Promise<Record<string, unknown>>;
    },
    adaptComponent,
    openSignIn: () => null,
    signOut: () => {},
    reload: () => {},
  });
  const stop = portal.start();

  return {
    portal,
    outlet,
    imported,
    asked,
    page: (status) => until(portal, status),
    stop() {
      stop();
      outlet.remove();
      history.replaceState(null, '', ORIGIN_PATH);
    },
  };
}

export function toBoot(modules: readonly ModuleManifest[], inline = true): Boot {
  return {
    portal: {version: '0.1.0', apiVersion: 1, locales: ['en', 'de']},
    session: {user: {id: 'u1', name: 'Ada', groups: ['developers']}, expiresAt: '2099-01-01T00:00:00Z'},
    preferences: {theme: 'system', locale: 'en', perspective: 'development', scope: {namespace: 'acme'}},
    composition: {id: 'c1', modules: modules.map(toHead)},
    manifests: inline ? Object.fromEntries(modules.map((manifest) => [manifest.id, manifest])) : {},
    messages: {portal: toMessages(en), ...Object.fromEntries(modules.map(({id}) => [id, {book: 'A book'}]))},
    profile: {
      scope: {namespace: 'acme'},
      profile: {capabilities: {'component:view': {allowed: [{path: 'ns/acme'}]}}},
    },
    data: [],
  };
}

export function toHead(manifest: ModuleManifest): ModuleHead {
  const {id, name, version, perspective, permissions, routes, contributes, activation} = manifest;
  return {
    id,
    name,
    version,
    manifest: `/shell/testing/${id}/manifest.json?lang=en`,
    ...(perspective && {perspective}),
    ...(permissions && {permissions}),
    ...(routes && {base: routes.base}),
    ...(routes?.perspective && {basePerspective: routes.perspective}),
    ...(contributes && {contributes: Object.keys(contributes)}),
    ...(activation && {activation}),
    navigation: [{id: 'main', label: name, path: routes?.base ?? '/'}],
  };
}

function until({services: {page}}: Portal, status: PageState['status']): Promise<PageState> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The page is ${page.get().status}, not ${status}`)), 3000);
    let stop = (): void => {};
    const look = (state: PageState): void => {
      if (state.status !== status) return;
      clearTimeout(timer);
      queueMicrotask(() => stop());
      resolve(state);
    };
    stop = page.subscribe(look);
  });
}
