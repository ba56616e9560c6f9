import type {Perspective} from '@openchoreo/portal-contract';
import type {GlobalItem} from './global-item.ts';

/** What is chosen in the portal. */
export interface GlobalValues {
  readonly perspective: Perspective;
  readonly currentProject: GlobalItem | null;
  readonly currentComponent: GlobalItem | null;
  readonly currentEnvironment: GlobalItem | null;
  /** The lists of the selected namespace: empty until somebody reads them, which fetches them once for all. */
  readonly projects: readonly GlobalItem[];
  readonly components: readonly GlobalItem[];
  readonly environments: readonly GlobalItem[];
}

/** By its name, or anything that has one as `id` or `name`; null chooses none. */
export type GlobalChoice = string | {readonly id?: string; readonly name?: string} | null;

export interface GlobalActions {
  setPerspective(perspective: Perspective): void;
  setCurrentProject(project: GlobalChoice): void;
  setCurrentComponent(component: GlobalChoice): void;
  setCurrentEnvironment(environment: GlobalChoice): void;
  /** Shows this list in place of the platform's, in this store, until another namespace is selected. */
  setProjects(projects: readonly GlobalItem[]): void;
  setComponents(components: readonly GlobalItem[]): void;
  setEnvironments(environments: readonly GlobalItem[]): void;
  getComponentsForProject(projectId: string): readonly GlobalItem[];
  /** All of the namespace: every project there may be deployed to each. */
  getEnvironmentsForProject(projectId: string): readonly GlobalItem[];
}

export type GlobalState = GlobalValues & GlobalActions;

/** The portal's shared values in one store, in the shape that React modules and consumers know. */
export interface GlobalStore {
  /** The same object as long as nothing changed. */
  getState(): GlobalState;
  /** Changes what is named: choices and perspective for the whole portal, lists for this store. */
  setState(change: Partial<GlobalValues> | ((state: GlobalState) => Partial<GlobalValues>)): void;
  subscribe(listener: (state: GlobalState, before: GlobalState) => void): () => void;
}
