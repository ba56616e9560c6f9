import type {Boot, Contributions, Host, Messages, ModuleManifest, ReadableStore} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';
import type {Permissions} from '@openchoreo/portal-contract';
import {moveAddress, writeAddress, type Address} from '../routing/address.ts';
import {settingValue} from '../settings/setting-value.ts';

export interface ServerHostServices {
  readonly boot: Boot;
  readonly address: Address;
  readonly permissions: Pick<Permissions, 'has' | 'watch'>;
  readonly contributions: Contributions;
}

/**
 * The host of one module while its page is drawn on the server: what can be read is there; asking for anything else is
 * a `TypeError`, and the page is left to the browser.
 */
export function createServerHost(manifest: ModuleManifest, messages: Messages, services: ServerHostServices): Host {
  const {id, version} = manifest;
  const {boot, address, permissions, contributions} = services;
  const setting = (key: string): unknown => settingValue(manifest, boot.settings?.[id] ?? {}, key);
  const host: Partial<Host> = {
    module: {id, version},
    signal: new AbortController().signal,
    state: {
      user: still(boot.session.user),
      selection: still(address.scope),
      perspective: still(address.perspective),
      theme: still(boot.preferences.theme),
      locale: still(boot.preferences.locale),
      select: refuse('state.select'),
      setPerspective: refuse('state.setPerspective'),
    },
    live: {
      watch: () => still({status: 'pending'}),
      follow: () => () => {},
      preview: refuse('live.preview'),
    },
    stores: {get: () => still({}) as never, load: refuse('stores.load'), set: refuse('stores.set')},
    settings: {get: setting, watch: (key) => still(setting(key)), set: refuse('settings.set')},
    navigation: {
      href: (path, change) => writeAddress(moveAddress(address, path, change)),
      go: refuse('navigation.go'),
      guard: refuse('navigation.guard'),
      title: () => {},
    },
    permissions: {...permissions, can: refuse('permissions.can'), guard: refuse('permissions.guard')},
    messages,
    contributions,
    modules: {
      all: still([]),
      explain: refuse('modules.explain'),
      timeline: refuse('modules.timeline'),
      explainParts: refuse('modules.explainParts'),
    },
    // Part of every query's key and function; nothing is asked while drawing.
    api: unavailable({}, 'api'),
    observer: unavailable({}, 'observer'),
  };
  return unavailable(host, 'host');
}

function still<T>(value: T): ReadableStore<T> {
  return atom(value);
}

function refuse(what: string): () => never {
  return () => {
    throw new TypeError(`${what} cannot be used while a page is drawn on the server`);
  };
}

function unavailable<T extends object>(there: T, name: string): never {
  return new Proxy(there, {
    get(target, key) {
      if (key in target) return Reflect.get(target, key) as unknown;
      throw new TypeError(`${name}.${String(key)} is not there while a page is drawn on the server`);
    },
  }) as never;
}
