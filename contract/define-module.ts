import type {Host} from './host.ts';
import type {ContributionData, ModuleManifest, NavigationItem, Route} from './manifest.ts';

/** All optional, sync or async. Each has ten seconds; what it throws is the module's failure and nobody else's. */
export interface ModuleHooks {
  /** Before the module's first page, card or element is made. */
  onActivate?(host: Host): void | Promise<void>;
  /** After everything the module registered has been undone. */
  onDeactivate?(host: Host): void | Promise<void>;
}

/** A manifest as its author writes it, in `module.config.ts`: entries are source files beside it; routes may stand in `routes/`. */
export type ModuleConfig = Omit<ModuleManifest, 'main' | 'messages'> & {
  readonly navigation?: readonly NavigationItem[] | undefined;
  readonly contributes?: Readonly<Record<string, readonly ContributionData[]>> | undefined;
};

/** What `component` may be in `routes/`: the build turns each into a file and an export. */
export type RouteComponent = string | (new (...args: never[]) => HTMLElement) | (() => Promise<unknown>);

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

export interface ModuleDefinition {
  readonly config: ModuleConfig;
  readonly routes?: ModuleRoutes;
  readonly hooks?: ModuleHooks;
}

/** The default export of a module's `index.ts`. Types only: it gives back what it was given. */
export function defineModule<const D extends ModuleDefinition>(definition: D): D {
  return definition;
}

/** The default export of `module.config.ts`. Types only. */
export function defineConfig<const C extends ModuleConfig>(config: C): C {
  return config;
}
