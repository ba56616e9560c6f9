import {
  PortalError,
  type Dispose,
  type EmbedQuestion,
  type EmbedSession,
  type WithheldFromEmbed,
} from '@openchoreo/portal-contract';
import {createAccess} from './access.ts';
import type {EmbeddedPortal, EmbedOptions} from './embed-options.ts';
import type {EmbedRuntime} from './embed-runtime.ts';
import {askForToken} from './sign-in-window.ts';

/** What the page is to the portal. Each state holds what only it has. */
export type EmbedState =
  | {readonly status: 'connecting' | 'not-allowed' | 'offline'}
  /** `error`: why signing in did not work. */
  | {readonly status: 'signed-out'; readonly error?: PortalError}
  | {readonly status: 'failed'; readonly error: PortalError}
  | {
      readonly status: 'ready';
      readonly runtime: EmbedRuntime;
      /** By module: the tags of its elements, or why it is not here. Absent while it is being asked for. */
      readonly modules: ReadonlyMap<string, ReadonlySet<string> | WithheldFromEmbed>;
    };

export interface Embedder extends EmbeddedPortal {
  /** Origin of the portal. */
  readonly portal: string;
  readonly state: EmbedState;
  readonly language: string;
  /** An element of the module is in the page: what it needs is asked for, and it is told of every change until the undo. */
  join(module: string, onChange: () => void): Dispose;
  /** Tries again after a failure. */
  retry(): void;
}

/** Starts it with what the gateway said of the person. */
export type StartRuntime = (start: {
  readonly session: EmbedSession;
  readonly send: typeof fetch;
  readonly options: () => EmbedOptions;
}) => EmbedRuntime;

export interface EmbedderOptions {
  /** Origin of the portal. */
  readonly portal: string;
  readonly fetch: typeof fetch;
  readonly openWindow: (url: string) => Window | null;
  /** Loads what shows elements: when it is known that somebody is there to look at them. */
  readonly loadRuntime: () => Promise<StartRuntime>;
}

/** Elements of one portal in a foreign page. Nothing is sent or listened to while none of them is in the page. */
export function createEmbedder({portal, fetch: get, openWindow, loadRuntime}: EmbedderOptions): Embedder {
  const listeners = new Set<() => void>();
  const wanted = new Set<string>();
  const access = createAccess({portal, fetch: get, onRefused: (response) => void lose(response)});
  let options: EmbedOptions = {};
  let state: EmbedState = {status: 'connecting'};
  /** Tells one try from a later one: what an earlier one brings counts no more. */
  let current: object | undefined;
  let isConnectingSoon = false;
  let watch: AbortController | undefined;
  let language = '';

  const readState = (): EmbedState => state;
  const readLanguage = (): string => options.locale ?? (document.documentElement.lang || navigator.language);

  function move(next: EmbedState): void {
    if (state.status === 'ready' && (next.status !== 'ready' || next.runtime !== state.runtime))
      state.runtime.dispose();
    state = next;
    for (const listener of [...listeners]) listener();
  }

  async function connect(): Promise<void> {
    const mine = {};
    current = mine;
    move({status: 'connecting'});
    const next = await start([...wanted]);
    if (current === mine) move(next);
    else if (next.status === 'ready') next.runtime.dispose();
  }

  /** Elements that are upgraded together ask once. */
  function connectSoon(): void {
    if (isConnectingSoon) return;
    isConnectingSoon = true;
    queueMicrotask(() => {
      isConnectingSoon = false;
      void connect();
    });
  }

  async function start(modules: readonly string[]): Promise<EmbedState> {
    try {
      const answer = await get(`${portal}/embed/access`, {mode: 'cors', credentials: 'omit'});
      const {allowed} = (await answer.json()) as {allowed?: boolean};
      if (!allowed) return {status: 'not-allowed'};
      if (!(await access.isKnown())) return {status: 'signed-out'};
      const [session, startRuntime] = await Promise.all([ask(modules), loadRuntime()]);
      if (session === undefined) return state;
      const runtime = startRuntime({session, send: access.send, options: () => options});
      return {status: 'ready', runtime, modules: toModules(session)};
    } catch (cause) {
      if (isPortalError(cause)) return {status: 'failed', error: cause};
      // What `fetch` rejects with where nobody answers.
      if (cause instanceof TypeError && !('code' in cause)) return {status: 'offline'};
      return {status: 'failed', error: new PortalError('INTERNAL', [], {cause})};
    }
  }

  /** Undefined when the token was refused: `lose` has moved on by then. */
  async function ask(modules: readonly string[]): Promise<EmbedSession | undefined> {
    const response = await access.send('/embed/session', {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({modules, lang: language} satisfies EmbedQuestion),
    });
    if (response.status === 401) return undefined;
    if (!response.ok) throw await toError(response);
    return (await response.json()) as EmbedSession;
  }

  /** The page brings another token itself; a person signs in again. */
  async function lose(response: Response): Promise<void> {
    const mine = {};
    current = mine;
    access.forget();
    const error = await toError(response);
    const isPages = options.getToken !== undefined && error.code === 'EMBED_TOKEN_REFUSED';
    if (current === mine) move(isPages ? {status: 'failed', error} : {status: 'signed-out'});
  }

  /** Asks for modules that came later, or for all in another language. */
  async function extend(modules: readonly string[]): Promise<void> {
    const before = state;
    if (before.status !== 'ready') return;
    const session = await ask(modules).catch(() => undefined);
    const now = readState();
    if (session === undefined || now.status !== 'ready' || now.runtime !== before.runtime) return;
    now.runtime.add(session);
    move({...now, modules: new Map([...now.modules, ...toModules(session)])});
  }

  function followLanguage(): void {
    const next = readLanguage();
    if (next === language) return;
    language = next;
    if (state.status === 'ready') void extend([...wanted]);
    else for (const listener of [...listeners]) listener();
  }

  /** The page is looked at only while it has elements of the portal. */
  function startWatching(): AbortController {
    const end = new AbortController();
    const observer = new MutationObserver(followLanguage);
    observer.observe(document.documentElement, {attributeFilter: ['lang']});
    end.signal.addEventListener('abort', () => observer.disconnect(), {once: true});
    addEventListener('online', () => state.status === 'offline' && void connect(), {signal: end.signal});
    return end;
  }

  return {
    portal,
    get state() {
      return state;
    },
    get language() {
      return language || readLanguage();
    },
    join(module, onChange) {
      const own = (): void => onChange();
      listeners.add(own);
      watch ??= startWatching();
      followLanguage();
      const isNew = !wanted.has(module);
      wanted.add(module);
      if (isNew && state.status === 'ready') void extend([module]);
      else if (!current || (isNew && state.status === 'connecting')) connectSoon();
      return () => {
        listeners.delete(own);
        if (listeners.size > 0) return;
        watch?.abort();
        watch = undefined;
      };
    },
    retry: () => void connect(),
    configure(next) {
      const before = options;
      options = {...options, ...next};
      access.follow(options.getToken);
      // A framework gives an equal function at every drawing: what goes well goes on.
      const isOther = (options.getToken === undefined) !== (before.getToken === undefined);
      const isStuck = state.status === 'signed-out' || state.status === 'failed';
      const isNewToken = options.getToken !== before.getToken && (isOther || isStuck);
      if (current && (isNewToken || options.scope !== before.scope)) connectSoon();
      if (watch) followLanguage();
    },
    async signIn() {
      try {
        const token = await askForToken({portal, open: openWindow});
        if (token === undefined) return;
        access.keep(token);
        await connect();
      } catch (error) {
        if (isPortalError(error) && state.status === 'signed-out') move({status: 'signed-out', error});
        throw error;
      }
    },
    signOut() {
      access.forget();
      if (current) void connect();
    },
  };
}

function isPortalError(value: unknown): value is PortalError {
  return value instanceof PortalError;
}

function toModules({modules, withheld}: EmbedSession): ReadonlyMap<string, ReadonlySet<string> | WithheldFromEmbed> {
  return new Map<string, ReadonlySet<string> | WithheldFromEmbed>([
    ...modules.map(({manifest}) => [manifest.id, new Set(manifest.elements?.map(({tag}) => tag))] as const),
    ...withheld.map((one) => [one.id, one] as const),
  ]);
}

async function toError(response: Response): Promise<PortalError> {
  const problem = (await response.json().catch(() => ({}))) as {
    code?: string;
    values?: readonly string[];
    detail?: string;
  };
  if (problem.code === 'EMBED_TOKEN_REFUSED') return new PortalError(problem.code, [problem.values?.[0] ?? '']);
  if (problem.code === 'SESSION_EXPIRED') return new PortalError(problem.code, []);
  return new PortalError('INTERNAL', [], {
    detail: problem.detail ?? `The portal answered with status ${response.status}.`,
  });
}
