import {
  DisposableStack,
  PortalError,
  type Dispose,
  type Host,
  type ModuleHead,
  type ModuleManifest,
  type ReadableStore,
  type StoreDefinition,
} from '@openchoreo/portal-contract';
import {atom} from 'nanostores';
import {toPortalError} from '../errors/to-portal-error.ts';
import {checkDependencies} from './check-dependencies.ts';
import type {LoadExport} from './load-export.ts';
import type {Manifests} from './manifests.ts';
import type {ActiveModule, ModuleCondition, ModuleRecord} from './module-record.ts';
import {readHooks} from './read-hooks.ts';
import {readStores} from './read-stores.ts';
import {runHook} from './run-hook.ts';
import {withTimeout} from './with-timeout.ts';

export interface Registry {
  /** Every module of this tab with its state; a new list at every transition. */
  readonly all: ReadableStore<readonly ModuleRecord[]>;
  find(id: string): ModuleRecord | undefined;
  /** Adds a module; nothing of it is fetched. Throws `MODULE_DUPLICATE`. The undo deactivates and forgets it. */
  register(head: ModuleHead): Dispose;
  /**
   * Activates what it depends on, then the module. A call while it is activating returns the pending promise; a call
   * after a failure tries again. Rejects with a `PortalError`, which is also the module's state.
   */
  activate(id: string): Promise<ActiveModule>;
  /** Gives a module the same head in another language. */
  relabel(head: ModuleHead): void;
  /**
   * Deactivates its dependents, then the module; one that is activating is broken off. Does nothing when it is neither.
   * Never rejects.
   */
  deactivate(id: string): Promise<void>;
  /** Deactivates the module and lets nothing activate it until it is released. */
  quarantine(id: string, error: PortalError): Promise<void>;
  /** Somebody wants to try again. Does nothing to a module that is not in quarantine. */
  release(id: string): void;
  /**
   * Runs a hook of a module that need not be active, with a host whose registrations are undone when it ends. Resolves
   * to false when the module has no such hook; rejects with a `PortalError`.
   */
  runHook(id: string, hook: PortalHook, ...values: readonly string[]): Promise<boolean>;
}

/** The hooks that run once for the whole portal. */
export type PortalHook = 'onInstall' | 'onUpdate' | 'onUninstall';

export interface RegistryOptions {
  readonly manifests: Manifests;
  readonly loadExport: LoadExport;
  /** Runs before the module's own code; what it registers goes on the stack. */
  readonly createHost: (
    manifest: ModuleManifest,
    signal: AbortSignal,
    undo: DisposableStack,
    stores: StoreDefinition | undefined,
  ) => Promise<Host> | Host;
  readonly onTransition: (record: ModuleRecord) => void;
  /** Nothing that the module registered is left. */
  readonly onCleanedUp?: (head: ModuleHead) => void;
  /** Faults that are nobody's answer: a failing `onDeactivate`, an undo that throws. */
  readonly report: (module: string, error: PortalError) => void;
  /** Milliseconds each hook has. */
  readonly hookTimeout?: number;
}

/** The modules of this tab and their lives. */
export function createRegistry(options: RegistryOptions): Registry {
  const {manifests, report, hookTimeout = 10_000} = options;
  const records = new Map<string, ModuleRecord>();
  /** Tells a registration from a later one of the same id. */
  const registrations = new Map<string, object>();
  /** Removed modules that are still cleaning up: the same id must not start again before they are done. */
  const leaving = new Map<string, Promise<void>>();
  const quarantined = new Map<string, PortalError>();
  const $all = atom<readonly ModuleRecord[]>([]);
  const publish = (): void => $all.set([...records.values()]);
  const findHead = (id: string): ModuleHead | undefined => records.get(id)?.head;

  /** A module that was removed meanwhile gets no record again; its end is still told. */
  function move(head: ModuleHead, registration: object | undefined, to: ModuleCondition): void {
    const isHere = registrations.get(head.id) === registration;
    const record: ModuleRecord = {...to, head: (isHere && findHead(head.id)) || head, since: Date.now()};
    if (isHere) {
      records.set(head.id, record);
      publish();
    } else if (to.status !== 'deactivated') return;
    options.onTransition(record);
  }

  function activate(id: string): Promise<ActiveModule> {
    const record = records.get(id);
    if (!record) return Promise.reject(new PortalError('MODULE_UNKNOWN', [id]));
    if (record.status === 'active' || record.status === 'activating') return record.ready;
    const held = quarantined.get(id);
    if (held) return Promise.reject(held);
    if (record.status === 'deactivating') return record.done.then(() => activate(id));
    const registration = registrations.get(id);
    const undo = new DisposableStack();
    const ready = start(record.head, undo);
    // Whoever asked gets the rejection; the record keeps the promise, too, and must not count as unhandled.
    ready.catch(() => {});
    move(record.head, registration, {status: 'activating', ready, cancel: () => contain(id, () => undo.dispose())});
    ready.then(
      (active) => move(record.head, registration, {status: 'active', ready, active}),
      (error: unknown) => {
        const failure = toFailure(id, error);
        const isBrokenOff = failure.code === 'MODULE_DISABLED';
        move(record.head, registration, isBrokenOff ? {status: 'deactivated'} : {status: 'failed', error: failure});
        if (isBrokenOff) options.onCleanedUp?.(record.head);
      },
    );
    return ready;
  }

  async function start(head: ModuleHead, undo: DisposableStack): Promise<ActiveModule> {
    const abort = new AbortController();
    undo.defer(() => abort.abort(new DOMException(`The module '${head.id}' was deactivated.`, 'AbortError')));
    const brokenOff = new Promise<never>((_resolve, reject) => {
      abort.signal.addEventListener('abort', () => reject(new PortalError('MODULE_DISABLED', [head.id])), {once: true});
    });
    brokenOff.catch(() => {});
    try {
      await leaving.get(head.id);
      const manifest = await manifests.get(head);
      await activateDependencies(head, manifest);
      const {main} = manifest;
      const definition = main && (await options.loadExport(head, main.entry, main.export));
      const hooks = readHooks(head, definition);
      abort.signal.throwIfAborted();
      const host = await options.createHost(manifest, abort.signal, undo, readStores(head, definition));
      await withTimeout(
        Promise.race([hooks.onActivate?.(host), brokenOff]),
        hookTimeout,
        () => new PortalError('ACTIVATION_TIMEOUT', [head.id, String(hookTimeout)]),
      );
      if (undo.disposed) throw new PortalError('MODULE_DISABLED', [head.id]);
      return {manifest, host, hooks, dispose: () => undo.dispose()};
    } catch (cause) {
      const isBrokenOff = abort.signal.aborted;
      contain(head.id, () => undo.dispose());
      throw isBrokenOff ? new PortalError('MODULE_DISABLED', [head.id], {cause}) : toFailure(head.id, cause);
    }
  }

  async function activateDependencies(head: ModuleHead, {dependencies}: ModuleManifest): Promise<void> {
    // Optional ones say what versions fit; they are activated by their own events only.
    if (!dependencies?.modules) return;
    await checkDependencies(head.id, findHead, (other) => manifests.get(other));
    for (const other of Object.keys(dependencies.modules)) {
      await activate(other).catch((cause: unknown) => {
        throw new PortalError('DEPENDENCY_FAILED', [head.id, other], {cause});
      });
    }
  }

  function deactivate(id: string): Promise<void> {
    const record = records.get(id);
    if (record?.status === 'deactivating') return record.done;
    if (record?.status === 'activating') {
      record.cancel();
      return record.ready.then(
        () => deactivate(id),
        () => {},
      );
    }
    if (record?.status !== 'active') return Promise.resolve();
    const registration = registrations.get(id);
    const done = stop(record.head, record.active);
    move(record.head, registration, {status: 'deactivating', done});
    return done.then(() => {
      move(record.head, registration, {status: 'deactivated'});
      options.onCleanedUp?.(record.head);
    });
  }

  async function stop(head: ModuleHead, active: ActiveModule): Promise<void> {
    const dependents = [...records.values()].filter(
      (other) => other.status === 'active' && head.id in (other.active.manifest.dependencies?.modules ?? {}),
    );
    if (dependents.length > 0) await Promise.all(dependents.map((other) => deactivate(other.head.id)));
    contain(head.id, active.dispose);
    const call = (): unknown => active.hooks.onDeactivate?.(active.host);
    const run = runHook({module: head.id, hook: 'onDeactivate', call, timeout: hookTimeout});
    await run.catch((error: unknown) => report(head.id, toFailure(head.id, error)));
  }

  async function runPortalHook(id: string, hook: PortalHook, ...values: readonly string[]): Promise<boolean> {
    const head = findHead(id);
    if (!head) throw new PortalError('MODULE_UNKNOWN', [id]);
    const manifest = await manifests.get(head);
    const {main} = manifest;
    const definition = main && (await options.loadExport(head, main.entry, main.export));
    const own = readHooks(head, definition)[hook] as ((...values: unknown[]) => unknown) | undefined;
    if (!own) return false;
    await activateDependencies(head, manifest);
    const undo = new DisposableStack();
    const abort = new AbortController();
    undo.defer(() => abort.abort(new DOMException(`${hook} of '${id}' has ended.`, 'AbortError')));
    try {
      const host = await options.createHost(manifest, abort.signal, undo, readStores(head, definition));
      await runHook({module: id, hook, call: () => own(...values, host), timeout: hookTimeout});
      return true;
    } finally {
      contain(id, () => undo.dispose());
    }
  }

  function contain(id: string, undo: () => void): void {
    try {
      undo();
    } catch (cause) {
      report(id, new PortalError('HOOK_FAILED', [id, 'undo'], {cause}));
    }
  }

  return {
    all: $all,
    find: (id) => records.get(id),
    register(head) {
      if (records.has(head.id)) throw new PortalError('MODULE_DUPLICATE', [head.id]);
      const registration = {};
      registrations.set(head.id, registration);
      move(head, registration, {status: 'registered'});
      return () => {
        const current = records.get(head.id);
        if (!current || registrations.get(head.id) !== registration) return;
        quarantined.delete(head.id);
        const gone = deactivate(head.id).finally(() => leaving.get(head.id) === gone && leaving.delete(head.id));
        if (current.status !== 'registered') leaving.set(head.id, gone);
        records.delete(head.id);
        registrations.delete(head.id);
        publish();
      };
    },
    relabel(head) {
      const record = records.get(head.id);
      if (record?.head.version !== head.version) return;
      records.set(head.id, {...record, head});
      publish();
    },
    activate,
    deactivate,
    async quarantine(id, error) {
      quarantined.set(id, error);
      const registration = registrations.get(id);
      await deactivate(id);
      const head = findHead(id);
      if (head && quarantined.get(id) === error) move(head, registration, {status: 'quarantined', error});
    },
    release(id) {
      if (!quarantined.delete(id)) return;
      const head = findHead(id);
      if (head) move(head, registrations.get(id), {status: 'registered'});
    },
    runHook: runPortalHook,
  };
}

function toFailure(id: string, thrown: unknown): PortalError {
  return toPortalError(thrown, (cause) => new PortalError('ACTIVATION_FAILED', [id], {cause}));
}
