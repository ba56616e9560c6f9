import {toConsumerKey, type Host} from '@openchoreo/portal-contract';
import type {GlobalState, GlobalStore} from '@openchoreo/portal-react';
import type {QueryClient} from '@tanstack/query-core';
import {createConsumerApi, type ConsumerApi} from './consumer-api.ts';
import {createConsumerEvents, type ConsumerEvents} from './consumer-events.ts';
import {createConsumerStorage, type ConsumerStorage} from './consumer-storage.ts';

const LIVE = ['perspective', 'currentProject', 'currentComponent', 'currentEnvironment'] as const;

type Live = Readonly<Pick<GlobalState, (typeof LIVE)[number]>>;

/** What `init` is called with. */
export interface ConsumerModuleContext {
  readonly moduleId: string;
  readonly version: string;
  /** The four current values: reading one gives what holds now. */
  readonly globalState: Live;
  readonly api: ConsumerApi;
  readonly queryClient: QueryClient;
  readonly eventBus: ConsumerEvents;
  readonly storage: ConsumerStorage;
  readonly settings: {get(key: string): unknown; set(key: string, value: unknown): Promise<void>};
  setGlobalState(change: Partial<Live> | ((state: Live) => Partial<Live>)): void;
}

/** The context of one activation. `declared` are the settings that the consumer registered. */
export function createModuleContext(
  host: Host,
  queryClient: QueryClient,
  store: GlobalStore,
  declared: ReadonlySet<string>,
): ConsumerModuleContext {
  const storage = createConsumerStorage(host);
  return {
    moduleId: host.module.id,
    version: host.module.version,
    globalState: liveState(store),
    api: createConsumerApi(host),
    queryClient,
    eventBus: createConsumerEvents(() => host),
    storage,
    settings: {
      get(key) {
        const known = toConsumerKey(key);
        return declared.has(known) ? host.settings.get(known) : storage.get(`settings.${key}`);
      },
      async set(key, value) {
        const known = toConsumerKey(key);
        // What it never declared has no place on the settings page, and is kept all the same.
        if (declared.has(known)) await host.settings.set(known, value);
        else storage.set(`settings.${key}`, value);
      },
    },
    setGlobalState: (change) => store.setState(change),
  };
}

function liveState(store: GlobalStore): Live {
  const state = {};
  for (const name of LIVE) {
    Object.defineProperty(state, name, {enumerable: true, get: () => store.getState()[name]});
  }
  return state as Live;
}
