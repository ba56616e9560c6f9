import {
  DisposableStack,
  PortalError,
  type Host,
  type ModuleHooks,
  type StoreDefinition,
} from '@openchoreo/portal-contract';
import {createGlobalStore, type GlobalStore} from '@openchoreo/portal-react';
import {createElement, type ComponentType, type FunctionComponent} from 'react';
import type {ConsumerScope} from './consumer-context.ts';
import {createConsumerEvents} from './consumer-events.ts';
import {ConsumerRoot} from './consumer-root.tsx';
import {STORAGE_STORE} from './consumer-storage.ts';
import {createUseGlobalStore} from './consumer-store.ts';
import {createGlobalObject} from './global-object.ts';
import {loadInTurn} from './load-in-turn.ts';
import {createModuleContext} from './module-context.ts';
import {readQueryClient} from './query-client.ts';
import type {Registered} from './read-registered.ts';
import {recordRegistration} from './record-registration.ts';
import {createRegistrar} from './registrar.ts';

export interface ConsumerOptions {
  readonly id: string;
  readonly version: string;
  /** Imports its bundle, which registers the module. */
  load(): Promise<unknown>;
  /** Address of the style sheet that was made for it. */
  readonly style?: string;
  /** Milliseconds that it may take to register after its bundle has run. */
  readonly patience?: number;
}

/** A consumer of `window.OpenChoreo` as the module that the portal knows. */
export interface Consumer {
  /** What the manifest names as `main`. */
  readonly main: {readonly hooks: ModuleHooks; readonly stores: StoreDefinition};
  /** The page that it registered under this path; `toRouteKeys` has the key where two share one. */
  route(key: string): FunctionComponent;
  /** The card that it registered under this id. */
  card(id: string): FunctionComponent;
}

/** Makes a module of a bundle that was written against `window.OpenChoreo`. Nothing runs before it is activated. */
export function createConsumer({id, load, style, patience = 5000}: ConsumerOptions): Consumer {
  const registrar = createRegistrar(id);
  let activation: Activation | undefined;
  let registered: Registered | undefined;
  let css: string | undefined;

  const current = (): Activation => {
    if (!activation) throw new PortalError('MODULE_INACTIVE', [id]);
    return activation;
  };
  const scope: ConsumerScope = {
    id,
    locale: () => current().host.state.locale.get(),
    request: (path, init) => current().host.portal.request(path, init),
    container: () => current().container(),
  };
  const own = createGlobalObject({
    eventBus: createConsumerEvents(() => current().host),
    useGlobalStore: createUseGlobalStore(() => current().store),
    hasPermission: (action) => current().host.permissions.has(action),
    registerModule(module) {
      try {
        registrar.register(module);
      } catch (error) {
        activation?.host.log.error('What it registered is refused:', error);
        throw error;
      }
    },
  });

  async function run(): Promise<Registered> {
    await loadInTurn(own, load);
    return registrar.wait(patience);
  }

  async function onActivate(host: Host): Promise<void> {
    const queryClient = readQueryClient();
    const store = createGlobalStore(host, queryClient);
    const undo = new DisposableStack();
    activation = {host, store, undo, container: lazyContainer(id, undo)};
    try {
      // The bundle runs once for the page, however often the module is activated.
      const [first, text] = await Promise.all([registered ?? run(), css ?? fetchStyles(style, host.log)]);
      [registered, css] = [first, text];
      undo.defer(registrar.mirror());
      await first.init?.(createModuleContext(host, queryClient, store, new Set(first.declaredSettings)));
      void recordRegistration(host, first.data);
    } catch (error) {
      stop();
      throw error;
    }
  }

  async function onDeactivate(): Promise<void> {
    try {
      await registered?.destroy?.();
    } finally {
      stop();
    }
  }

  function stop(): void {
    activation?.undo.dispose();
    activation = undefined;
  }

  function toPart(find: (from: Registered) => ComponentType | undefined, what: string): FunctionComponent {
    const Part: FunctionComponent = (props) => {
      if (registrar.fault) throw registrar.fault;
      const component = registered && find(registered);
      if (!component) throw new PortalError('REGISTRATION_CHANGED', [id, what]);
      return createElement(ConsumerRoot, {scope, css: css ?? '', children: createElement(component, props)});
    };
    Part.displayName = `${id} ${what}`;
    return Part;
  }

  return {
    main: {hooks: {onActivate, onDeactivate}, stores: STORAGE_STORE},
    route: (key) => toPart(({routes}) => routes.get(key), key),
    card: (key) => toPart(({cards}) => cards.get(key), key),
  };
}

/** One time that the module is active. */
interface Activation {
  readonly host: Host;
  readonly store: GlobalStore;
  readonly undo: DisposableStack;
  readonly container: () => HTMLElement;
}

/** The element for dialogs and popovers, made when there is the first. */
function lazyContainer(id: string, undo: DisposableStack): () => HTMLElement {
  let container: HTMLElement | undefined;
  return () => {
    if (container) return container;
    const made = document.createElement('div');
    made.dataset['openchoreoConsumer'] = id;
    made.className = 'oc-portal';
    document.body.append(made);
    undo.defer(() => made.remove());
    container = made;
    return made;
  };
}

async function fetchStyles(address: string | undefined, log: Host['log']): Promise<string> {
  if (address === undefined) return '';
  try {
    const response = await fetch(address);
    if (!response.ok) throw new TypeError(`${address} was answered with ${response.status}.`);
    return await response.text();
  } catch (error) {
    log.warn('Its styles could not be had:', error);
    return '';
  }
}
