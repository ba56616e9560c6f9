import type {ForeignComponent} from './foreign-component.ts';
import type {Host} from './host.ts';
import type {ModuleManifest, Route} from './manifest.ts';
import type {ModuleConfig} from './module-config.ts';
import type {StoresOf} from './stores.ts';

/** All optional, sync or async. Each has ten seconds; what it throws is the module's failure and nobody else's. */
export interface ModuleHooks<M extends ModuleConfig = ModuleConfig> {
  /**
   * Once for the whole portal, in the session of somebody who may install modules, when the module is new in it. What
   * it registers is undone when it ends.
   */
  onInstall?(host: Host<M>): void | Promise<void>;
  /** In place of `onInstall` when another version was installed before. */
  onUpdate?(fromVersion: string, host: Host<M>): void | Promise<void>;
  /** Once for the whole portal, before an operator takes the module out of it. */
  onUninstall?(host: Host<M>): void | Promise<void>;
  /** Before the module's first page, card or element is made. */
  onActivate?(host: Host<M>): void | Promise<void>;
  /** After everything the module registered has been undone. */
  onDeactivate?(host: Host<M>): void | Promise<void>;
}

/** What `component` may be in `routes/`: the build turns each into a file and an export. */
export type RouteComponent =
  string | (new (...args: never[]) => HTMLElement) | (() => Promise<unknown>) | ForeignComponent;

export type RouteDefinition = Omit<Route, 'component' | 'children'> & {
  readonly component?: RouteComponent;
  readonly children?: readonly RouteDefinition[];
};

/** The `routes` object of a module's `routes/index.ts`. */
export interface ModuleRoutes {
  readonly base: string;
  readonly perspective?: ModuleManifest['perspective'];
  readonly definitions: readonly RouteDefinition[];
}

export interface ModuleDefinition<M extends ModuleConfig = ModuleConfig> {
  readonly config: M;
  readonly routes?: ModuleRoutes;
  readonly hooks?: ModuleHooks<M>;
  /** The fields of the module's store. */
  readonly stores?: StoresOf<M['id']>;
}

/**
 * The default export of a module's `index.ts`. Types only: it gives back what it was given. The hooks' host lets them
 * ask for what the config declares and nothing else.
 */
export function defineModule<const M extends ModuleConfig>(definition: ModuleDefinition<M>): ModuleDefinition<M> {
  return definition;
}

/** The default export of `module.config.ts`. Types only. */
export function defineConfig<const C extends ModuleConfig>(config: C): C {
  return config;
}
