import {
  DisposableStack,
  showsIn,
  type PortalError,
  type RecentChoice,
  type SearchResult,
} from '@openchoreo/portal-contract';
import type {CommandCenter} from '../commands/command-center.ts';
import {needsInput, type Command} from '../commands/command.ts';
import type {ProviderAnswer} from '../commands/search-providers.ts';
import type {ShellServices} from '../services.ts';
import {matchItems} from './match-items.ts';
import type {PaletteGroup, PaletteItem} from './palette-item.ts';
import {rememberChoice} from './remember-choice.ts';

/** Milliseconds of silence before search providers are asked. */
const PAUSE = 150;
/** Of pages and commands together, when something is typed. */
const MOST = 40;

/** What the palette offers for what is typed. One for each time it is opened; `dispose` ends it. */
export class PaletteModel {
  readonly #services: ShellServices;
  readonly #center: CommandCenter;
  readonly #onChange: () => void;
  readonly #undo = new DisposableStack();
  /** By id: why a command cannot be used. One that is absent has not been judged yet, and is not offered. */
  #judged = new Map<string, PortalError | undefined>();
  #typed = '';
  #answers: readonly ProviderAnswer[] = [];
  #stopSearch = (): void => {};
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(services: ShellServices, center: CommandCenter, onChange: () => void) {
    this.#services = services;
    this.#center = center;
    this.#onChange = onChange;
    this.#undo.defer(center.list.all.subscribe((commands) => void this.#judge(commands)));
    this.#undo.defer(center.icons.version.listen(onChange));
    this.#undo.defer(services.messages.onChange(onChange));
  }

  /** Whether an answer is still to come. */
  get isSearching(): boolean {
    return this.#pause !== undefined || this.#answers.some(({state}) => state.status === 'pending');
  }

  get groups(): readonly PaletteGroup[] {
    const recents = {key: 'recents', title: this.#text('palette.recents'), items: this.#recents()};
    const pages = {key: 'pages', title: this.#text('palette.pages'), items: this.#pages()};
    const paths = new Set(pages.items.map(({key}) => key));
    // A command that opens a page of the navigation has given it its shortcut already.
    const own = this.#commands().filter(({path}) => !paths.has(`page:${path}`));
    const commands = {key: 'commands', title: this.#text('palette.commands'), items: own};
    if (!this.#typed) {
      const isRecent = new Set(recents.items.map(({key}) => key));
      const rest = [pages, commands].map((group) => ({
        ...group,
        items: group.items.filter(({key}) => !isRecent.has(key)),
      }));
      return [recents, ...rest].filter(({items}) => items.length > 0);
    }
    // What was found before and chosen is offered again at once, before any provider has answered.
    const known = new Set([...pages.items, ...commands.items].map(({key}) => key));
    const visited = {...recents, items: recents.items.filter(({key}) => !known.has(key))};
    const matching = [visited, pages, commands]
      .map((group) => ({group, ...matchItems(this.#typed, group.items)}))
      .filter(({items}) => items.length > 0)
      .sort((a, b) => a.best - b.best)
      .map(({group, items}) => ({...group, items: items.slice(0, MOST)}));
    const shown = new Set(matching.flatMap(({items}) => items.map(({key}) => key)));
    return [...matching, ...this.#answers.map((answer) => this.#toGroup(answer, shown))];
  }

  type(text: string): void {
    const typed = text.trim();
    if (typed === this.#typed) return;
    this.#typed = typed;
    this.#stopSearch();
    this.#stopSearch = () => {};
    clearTimeout(this.#pause);
    this.#pause = undefined;
    this.#answers = typed ? this.#answers.filter(({state}) => state.status !== 'pending') : [];
    if (typed) this.#pause = setTimeout(() => this.#search(), PAUSE);
    this.#onChange();
  }

  /** Remembers the choice, and does it. */
  choose(item: PaletteItem): void {
    if (item.recent) rememberChoice(this.#services.preferences, item.recent);
    item.run();
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#stopSearch();
    this.#undo.dispose();
  }

  #search(): void {
    this.#pause = undefined;
    const before = this.#answers;
    this.#stopSearch = this.#center.search(this.#typed, (answers) => {
      // What a provider said last stays in its place until it says something new.
      this.#answers = answers.map((answer) => {
        const last = before.find(({key}) => key === answer.key);
        return answer.state.status === 'pending' && last?.state.status === 'found' ? last : answer;
      });
      this.#center.icons.load(answers.flatMap(({icon, state}) => [icon, ...toIcons(state)]));
      this.#onChange();
    });
    this.#answers = [];
    this.#onChange();
  }

  async #judge(commands: readonly Command[]): Promise<void> {
    this.#center.icons.load(commands.map(({data}) => data.icon));
    this.#onChange();
    const judged = new Map<string, PortalError | undefined>();
    const verdicts = commands.map(async (command) => {
      try {
        judged.set(command.id, await this.#center.judge(command));
      } catch {
        // Not known is not allowed: the command is not offered.
      }
    });
    await Promise.all(verdicts);
    this.#judged = judged;
    this.#onChange();
  }

  #commands(): readonly PaletteItem[] {
    const perspective = this.#services.state.perspective.get();
    return this.#center.list
      .known()
      .filter((command) => showsIn(command.perspective, perspective) && this.#isOffered(command))
      .map((command) => this.#toCommandItem(command));
  }

  #isOffered(command: Command): boolean {
    if (!this.#judged.has(command.id) || needsInput(command)) return false;
    return this.#judged.get(command.id)?.code !== 'PERMISSION_DENIED';
  }

  #toCommandItem(command: Command): PaletteItem {
    const {id, title, data, action} = command;
    const refusal = this.#judged.get(id);
    return {
      key: `command:${id}`,
      title,
      category: data.category,
      icon: this.#center.icons.get(data.icon),
      subtitle: data.description,
      shortcut: data.shortcut,
      keywords: data.keywords,
      reason: refusal && this.#services.messages.error(refusal),
      path: action.kind === 'page' ? action.path : undefined,
      href: action.kind === 'page' ? this.#services.links.href(action.path) : undefined,
      run: () => void this.#center.press(id),
      recent: {title, command: id},
    };
  }

  #pages(): readonly PaletteItem[] {
    const shortcuts = new Map(this.#commands().map(({path, shortcut}) => [path, shortcut]));
    return this.#center.pages().map(({title, above, icon, path, other}) => ({
      key: `page:${path}`,
      title,
      icon,
      shortcut: shortcuts.get(path),
      subtitle: above.join(' › ') || undefined,
      remark: other && this.#text(`frame.perspective.${other}`),
      href: this.#services.links.href(path),
      run: () => this.#services.links.go(path),
      recent: {title, path},
    }));
  }

  /** Pages and commands as they are now; what a search found, as it was found. */
  #recents(): readonly PaletteItem[] {
    const all = new Map([...this.#pages(), ...this.#commands()].map((item) => [item.key, item]));
    const {recents = []} = this.#services.preferences.get();
    this.#center.icons.load(recents.map(({icon}) => icon));
    return recents.flatMap((recent): readonly PaletteItem[] => {
      const now = all.get(recent.command === undefined ? `page:${recent.path}` : `command:${recent.command}`);
      if (now) return [now];
      return recent.path === undefined ? [] : [this.#toFoundItem(recent, recent.icon)];
    });
  }

  #toGroup({key, title, icon, state}: ProviderAnswer, shown: ReadonlySet<string>): PaletteGroup {
    if (state.status === 'pending') return {key, title, items: [], isPending: true};
    if (state.status === 'failed') {
      return {key, title, items: [], note: this.#text('palette.failed', {title, why: this.#why(state.error)})};
    }
    const items = state.results
      .map((result) => this.#toFoundItem(result, result.icon ?? icon))
      .filter((item) => !shown.has(item.key))
      .map((item) => ({...item, ranges: matchItems(this.#typed, [item]).items[0]?.ranges ?? []}));
    return {key, title, items, ...(state.more > 0 && {note: this.#text('palette.more', {count: state.more})})};
  }

  #toFoundItem(result: SearchResult | RecentChoice, icon: string | undefined): PaletteItem {
    const {title, subtitle, path, command} = result;
    const recent = {
      title: title.slice(0, 200),
      ...(subtitle && {subtitle: subtitle.slice(0, 200)}),
      ...(icon && {icon}),
      ...(path && {path}),
    };
    return {
      key: path === undefined ? `found:${command} ${title}` : `page:${path}`,
      title,
      subtitle,
      icon: this.#center.icons.get(icon),
      href: path === undefined ? undefined : this.#services.links.href(path),
      run: () => {
        if (path !== undefined) this.#services.links.go(path);
        else if (command !== undefined) void this.#center.press(command, 'input' in result ? result.input : undefined);
      },
      // What a command was given is not kept.
      recent: path === undefined ? undefined : recent,
    };
  }

  #why(error: unknown): string {
    return this.#services.messages.error(error);
  }

  #text(key: string, values?: Readonly<Record<string, unknown>>): string {
    return this.#services.messages.text(key, values);
  }
}

function toIcons(state: ProviderAnswer['state']): readonly (string | undefined)[] {
  return state.status === 'found' ? state.results.map(({icon}) => icon) : [];
}
