import {
  PortalError,
  showsIn,
  toFaultText,
  type Commands,
  type CommandState,
  type Dispose,
  type ReadableStore,
} from '@openchoreo/portal-contract';
import {atom, onMount} from 'nanostores';
import {isPortalError} from '../errors/to-portal-error.ts';
import {callHandler, type CallHandlerOptions, type HandlerCall} from './call-handler.ts';
import {claimShortcuts} from './claim-shortcuts.ts';
import type {Command} from './command.ts';
import {createCommandList, type CommandList} from './command-list.ts';
import type {CommandParts} from './command-parts.ts';
import {createHandlerContext} from './handler-context.ts';
import {createIcons, type Icons} from './icons.ts';
import {judgeCommand} from './judge-command.ts';
import {listPages, type PageChoice} from './pages.ts';
import {searchProviders, type ProviderAnswer} from './search-providers.ts';
import {shellCommands} from './shell-commands.ts';
import {createShortcutTable, type ShortcutTable} from './shortcut-table.ts';

const SECONDS = 60;

/** Everything about commands that is not needed for the first page. */
export interface CommandCenter extends Commands {
  readonly list: CommandList;
  readonly icons: Icons;
  /** Why the command cannot be used now; `undefined` when it can. */
  judge(command: Command): Promise<PortalError | undefined>;
  /** The shortcuts of all modules, from the index alone: no manifest is fetched for them. */
  shortcuts(): ShortcutTable;
  /** Pages of the navigation, of both perspectives. */
  pages(): readonly PageChoice[];
  /** Asks the search providers; see `searchProviders`. */
  search(text: string, onAnswer: (answers: readonly ProviderAnswer[]) => void): Dispose;
}

export function createCommandCenter(parts: CommandParts): CommandCenter {
  const {services, registry, permissions, report} = parts;
  const {state, links, messages} = services;
  const icons = createIcons(services.portal);
  const list = createCommandList({
    registry,
    manifests: parts.manifests,
    shellCommands: () => shellCommands(services),
    report,
  });
  const running = new Map<string, Promise<unknown>>();
  const $running = atom(0);
  const watched = new Map<string, ReadableStore<CommandState | undefined>>();

  const judge = (command: Command): ReturnType<typeof judgeCommand> =>
    judgeCommand(command, {
      selection: () => state.selection.get(),
      can: (action, scope) => permissions.can(action, scope),
      holds: (action, scope) => permissions.holds(action, scope),
    });

  function call(handler: HandlerCall, command?: string): Promise<unknown> {
    const createContext: CallHandlerOptions['createContext'] = ({host}, signal) =>
      createHandlerContext({
        host,
        signal,
        scope: state.selection.get(),
        send: parts.send,
        queryClient: services.queryClient,
        ...(command !== undefined && {command}),
      });
    return callHandler(handler, {
      activate: (id) => registry.activate(id),
      loadExport: parts.loadExport,
      createContext,
    });
  }

  async function perform(command: Command, input: unknown): Promise<unknown> {
    const refusal = await judge(command);
    if (refusal) throw refusal;
    const {id, title, action, data} = command;
    if (input !== undefined || data.input) await checkInput(command, input ?? {});
    if (action.kind === 'page') {
      links.go(toPath(command, action.path, state.perspective.get()));
      return undefined;
    }
    if (action.kind === 'shell') return action.run();
    const {head, entry, export: name} = action;
    return call({head, entry, export: name, title, input: input ?? {}, milliseconds: SECONDS * 1000}, id);
  }

  function start(command: Command, input: unknown): Promise<unknown> {
    const {id} = command;
    const before = running.get(id);
    if (before) return before;
    const module = id.split('.')[0] ?? '';
    const tell = (code?: string): void =>
      parts.events.emit('portal:command-ran', {command: id, module, ...(code !== undefined && {code})});
    const run = perform(command, input).finally(() => {
      running.delete(id);
      $running.set($running.get() + 1);
    });
    running.set(id, run);
    $running.set($running.get() + 1);
    run.then(
      () => tell(),
      (error: unknown) => {
        if (!isPortalError(error)) return;
        tell(error.code);
        if (error.cause !== undefined) report(module, error);
      },
    );
    return run;
  }

  const run = async (id: string, input?: unknown): Promise<unknown> => start(await list.find(id), input);

  function toState(command: Command, refusal: PortalError | undefined): CommandState {
    const {id, title, data, action} = command;
    const {description, icon, shortcut} = data;
    const drawn = icons.get(icon);
    const denied = refusal?.code === 'PERMISSION_DENIED' ? 'denied' : 'needs-scope';
    return {
      id,
      title,
      status: running.has(id) ? 'running' : refusal ? denied : 'available',
      ...(description !== undefined && {description}),
      ...(drawn && {icon: drawn}),
      ...(shortcut !== undefined && {shortcut}),
      ...(refusal && {reason: messages.error(refusal)}),
      ...(action.kind === 'page' && {href: links.href(toPath(command, action.path, state.perspective.get()))}),
    };
  }

  function createWatch(id: string): ReadableStore<CommandState | undefined> {
    const $state = atom<CommandState | undefined>();
    let turn = 0;
    async function update(): Promise<void> {
      const mine = ++turn;
      const command = await list.find(id).catch((error: unknown) => {
        if (!isPortalError(error) || error.code !== 'COMMAND_UNKNOWN') report('portal', error);
        return undefined;
      });
      icons.load([command?.data.icon]);
      const refusal = command && (await judge(command));
      if (mine === turn) $state.set(command && toState(command, refusal));
    }
    onMount($state, () => {
      const follow = (): void => void update().catch((error: unknown) => report('portal', error));
      follow();
      const stores = [state.selection, state.perspective, permissions.version, registry.all, $running, icons.version];
      const stops = [...stores.map((store) => store.listen(follow)), messages.onChange(follow)];
      return () => {
        for (const stop of stops) stop();
      };
    });
    return $state;
  }

  return {
    list,
    icons,
    judge,
    run,
    pages: () =>
      listPages(
        registry.all.get().map(({head}) => head),
        state.perspective.get(),
        (action) => permissions.has(action),
      ),
    search: (text, onAnswer) => searchProviders(text, {...parts, call}, onAnswer),
    press: (id, input) =>
      run(id, input).then(
        () => {},
        (error: unknown) => parts.showError(error),
      ),
    watch(id) {
      const store = watched.get(id) ?? createWatch(id);
      watched.set(id, store);
      return store;
    },
    shortcuts: () => createShortcutTable(claimShortcuts(registry.all.get().map(({head}) => head))),
  };
}

/** A command of the other perspective takes the person there. */
function toPath({perspective}: Command, path: string, current: 'development' | 'platform-engineering'): string {
  if (showsIn(perspective, current) || perspective === undefined) return path;
  const url = new URL(path, location.origin);
  url.searchParams.set('perspective', perspective);
  return url.pathname + url.search + url.hash;
}

/** Throws `INPUT_INVALID` with every fault. */
async function checkInput({title, data: {input: schema = {}}}: Command, input: unknown): Promise<void> {
  const {compileSchema} = await import('../schema/index.ts');
  const faults = compileSchema(schema)(input);
  if (faults.length > 0) throw new PortalError('INPUT_INVALID', [title, toFaultText(faults)]);
}
