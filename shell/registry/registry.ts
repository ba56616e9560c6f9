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
  /** Deactivates its dependents, then the module. Does nothing when it is not active. Never rejects. */
  deactivate(id: string): Promise<void>;
}

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
    if (record.status === 'deactivating') return record.done.then(() => activate(id));
    const registration = registrations.get(id);
    const ready = start(record.head, registration);
    // Whoever asked gets the rejection; the record keeps the promise, too, and must not count as unhandled.
    ready.catch(() => {});
    move(record.head, registration, {status: 'activating', ready});
    ready.then(
      (active) => move(record.head, registration, {status: 'active', ready, active}),
      (error: unknown) => move(record.head, registration, {status: 'failed', error: toFailure(id, error)}),
    );
    return ready;
  }

  async function start(head: ModuleHead, registration: object | undefined): Promise<ActiveModule> {
    const undo = new DisposableStack();
    const abort = new AbortController();
    undo.defer(() => abort.abort(new DOMException(`The module '${head.id}' was deactivated.`, 'AbortError')));
    try {
      await leaving.get(head.id);
      const manifest = await manifests.get(head);
      await activateDependencies(head, manifest);
      const {main} = manifest;
      const definition = main && (await options.loadExport(head, main.entry, main.export));
      const hooks = readHooks(head, definition);
      const host = await options.createHost(manifest, abort.signal, undo, readStores(head, definition));
      await withTimeout(
        Promise.resolve(hooks.onActivate?.(host)),
        hookTimeout,
        () => new PortalError('ACTIVATION_TIMEOUT', [head.id, String(hookTimeout)]),
      );
      if (registrations.get(head.id) !== registration) throw new PortalError('MODULE_DISABLED', [head.id]);
      return {manifest, host, hooks, dispose: () => undo.dispose()};
    } catch (cause) {
      contain(head.id, () => undo.dispose());
      throw toFailure(head.id, cause);
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
      return record.ready.then(
        () => deactivate(id),
        () => {},
      );
    }
    if (record?.status !== 'active') return Promise.resolve();
    const registration = registrations.get(id);
    const done = stop(record.head, record.active);
    move(record.head, registration, {status: 'deactivating', done});
    return done.then(() => move(record.head, registration, {status: 'deactivated'}));
  }

  async function stop(head: ModuleHead, active: ActiveModule): Promise<void> {
    const dependents = [...records.values()].filter(
      (other) => other.status === 'active' && head.id in (other.active.manifest.dependencies?.modules ?? {}),
    );
    if (dependents.length > 0) await Promise.all(dependents.map((other) => deactivate(other.head.id)));
    contain(head.id, active.dispose);
    await withTimeout(
      Promise.resolve().then(() => active.hooks.onDeactivate?.(active.host)),
      hookTimeout,
      () => new Error(`onDeactivate did not finish within ${hookTimeout} ms.`),
    ).catch((cause: unknown) => report(head.id, new PortalError('HOOK_FAILED', [head.id, 'onDeactivate'], {cause})));
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
  };
}

function toFailure(id: string, thrown: unknown): PortalError {
  return toPortalError(thrown, (cause) => new PortalError('ACTIVATION_FAILED', [id], {cause}));
}
