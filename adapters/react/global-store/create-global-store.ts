import type {Dispose, Host} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';
import {createFollowedLists, LISTS, type ListName} from './followed-lists.ts';
import {toNamedItem, type GlobalItem} from './global-item.ts';
import type {GlobalActions, GlobalChoice, GlobalState, GlobalStore, GlobalValues} from './global-state.ts';

type Listener = Parameters<GlobalStore['subscribe']>[0];

interface OwnList {
  readonly namespace: string | undefined;
  readonly items: readonly GlobalItem[];
}

/** The global store over a module's host; it follows the portal while somebody subscribes. */
export function createGlobalStore(
  host: Pick<Host, 'api' | 'live' | 'log' | 'state'>,
  queryClient: QueryClient,
): GlobalStore {
  const {state} = host;
  const lists = createFollowedLists(host, queryClient);
  const listeners = new Set<{readonly tell: Listener}>();
  const own = new Map<ListName, OwnList>();
  let current: {readonly from: readonly unknown[]; readonly state: GlobalState} | undefined;
  let stop: Dispose | undefined;

  const namespace = (): string | undefined => state.selection.get().namespace;

  /** The list that somebody set for this namespace; undefined where it is the platform's. */
  function ownList(list: ListName): readonly GlobalItem[] | undefined {
    const set = own.get(list);
    return set?.namespace === namespace() ? set?.items : undefined;
  }

  const read = (list: ListName): readonly GlobalItem[] => ownList(list) ?? lists.read(list);
  const peek = (list: ListName): readonly GlobalItem[] => ownList(list) ?? lists.peek(list);

  function find(name: string | undefined, list: ListName): GlobalItem | null {
    if (name === undefined) return null;
    return peek(list).find(({id}) => id === name) ?? toNamedItem(name, namespace());
  }

  function setList(list: ListName, items: readonly GlobalItem[]): void {
    own.set(list, {namespace: namespace(), items});
    changed();
  }

  const actions: GlobalActions = {
    setPerspective(perspective) {
      state.setPerspective(perspective).catch((error: unknown) => host.log.error('The perspective stays:', error));
    },
    setCurrentProject: (project) => state.select({project: toName(project)}),
    setCurrentComponent: (component) => state.select({component: toName(component)}),
    setCurrentEnvironment: (environment) => state.select({environment: toName(environment)}),
    setProjects: (items) => setList('projects', items),
    setComponents: (items) => setList('components', items),
    setEnvironments: (items) => setList('environments', items),
    getComponentsForProject: (projectId) => read('components').filter((item) => item.projectId === projectId),
    getEnvironmentsForProject: () => read('environments'),
  };

  function toState(): GlobalState {
    const {project, component, environment} = state.selection.get();
    const values = {
      ...actions,
      perspective: state.perspective.get(),
      currentProject: find(project, 'projects'),
      currentComponent: find(component, 'components'),
      currentEnvironment: find(environment, 'environments'),
    };
    // Lists are properties that are read when somebody looks: what nobody looks at is not fetched.
    const getters = Object.fromEntries(LISTS.map((list) => [list, {enumerable: true, get: () => read(list)}]));
    return Object.defineProperties(values, getters) as unknown as GlobalState;
  }

  function getState(): GlobalState {
    const from = [state.selection.get(), state.perspective.get(), ...LISTS.map(peek)];
    if (!current?.from.every((value, index) => Object.is(value, from[index]))) current = {from, state: toState()};
    return current.state;
  }

  let told = getState();
  function changed(): void {
    const before = told;
    told = getState();
    if (told !== before) for (const {tell} of [...listeners]) tell(told, before);
  }

  function start(): Dispose {
    told = getState();
    const stops = [lists.follow(changed), state.selection.listen(changed), state.perspective.listen(changed)];
    return () => {
      for (const each of stops) each();
    };
  }

  return {
    getState,
    setState(change) {
      apply(typeof change === 'function' ? change(getState()) : change, actions);
    },
    subscribe(tell) {
      const listener = {tell};
      listeners.add(listener);
      stop ??= start();
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}

function apply(change: Partial<GlobalValues>, actions: GlobalActions): void {
  if (change.perspective !== undefined) actions.setPerspective(change.perspective);
  if (change.currentProject !== undefined) actions.setCurrentProject(change.currentProject);
  if (change.currentComponent !== undefined) actions.setCurrentComponent(change.currentComponent);
  if (change.currentEnvironment !== undefined) actions.setCurrentEnvironment(change.currentEnvironment);
  if (change.projects) actions.setProjects(change.projects);
  if (change.components) actions.setComponents(change.components);
  if (change.environments) actions.setEnvironments(change.environments);
}

function toName(choice: GlobalChoice): string | null {
  return typeof choice === 'string' ? choice : (choice?.id ?? choice?.name ?? null);
}
