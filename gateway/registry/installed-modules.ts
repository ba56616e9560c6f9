import {mkdir, rename, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {PortalError, type ConsumerRegistration, type Dispose} from '@openchoreo/portal-contract';
import type {
  FolderOutcome,
  FolderOutcomes,
  InstalledFolder,
  ModulesFolder,
  ModuleStore,
  StoredModule,
} from '../module-store/index.ts';
import type {ClientFiles} from '../static/index.ts';
import type {ConsumerRegistrations, RecordedRegistration} from './consumer-registrations.ts';
import type {ModuleInstalls} from './module-installs.ts';
import type {ModuleRegistry} from './module-registry.ts';
import type {AcceptedModule, RegisteredModule} from './registered-module.ts';
import {toAccepted, toGrownConsumer, toRefused} from './to-registered.ts';

export interface InstalledModulesOptions {
  readonly folder: ModulesFolder;
  readonly store: ModuleStore;
  readonly files: ClientFiles;
  readonly registry: ModuleRegistry;
  readonly installs: ModuleInstalls;
  readonly registrations: ConsumerRegistrations;
  /** The file that says what became of each folder, for those who wait for it in another process. */
  readonly outcomes: string;
}

/** Brings what is in the modules folder into the registry, and keeps it up to date there. */
export class InstalledModules {
  readonly #options: InstalledModulesOptions;
  readonly #mounts = new Map<string, Dispose>();
  /** By `id@version`: what open tabs may still run of modules that are here, and those that are being uninstalled. */
  #earlier: ReadonlyMap<string, AcceptedModule> = new Map();
  #work = Promise.resolve();

  private constructor(options: InstalledModulesOptions) {
    this.#options = options;
  }

  static async open(options: InstalledModulesOptions): Promise<InstalledModules> {
    const installed = new InstalledModules(options);
    await installed.#refresh();
    return installed;
  }

  /** Begins to follow the folder; the undo ends that. */
  follow(): Dispose {
    return this.#options.folder.follow(() => this.#refresh());
  }

  /** A version that is not the current one, and that a tab may still run; or one whose `onUninstall` has not run. */
  earlier(id: string, version: string): AcceptedModule | undefined {
    return this.#earlier.get(toKey({id, version}));
  }

  /** Takes the module out of the folder and out of the portal. Throws `MODULE_UNKNOWN`, `MODULE_BUILT_IN`. */
  async remove(id: string): Promise<void> {
    const {registry, folder} = this.#options;
    if (!registry.all.some((one) => one.id === id && one.isInstalled)) {
      throw new PortalError(registry.find(id) ? 'MODULE_BUILT_IN' : 'MODULE_UNKNOWN', [id]);
    }
    await folder.remove(id);
    await this.#work;
  }

  /** Records what the consumer registered in the session of an operator. False when that was known. */
  async record(id: string, registration: ConsumerRegistration, user: string): Promise<boolean> {
    const {registry, registrations, folder} = this.#options;
    const module = registry.accepted.find((one) => one.id === id && one.isInstalled);
    const stored = folder.states.find((state) => state.module?.id === id)?.module;
    if (!module || stored?.consumer === undefined) throw new PortalError('MODULE_UNKNOWN', [id]);
    const isNew = await registrations.record(module.version, registration, user);
    if (isNew) await this.#refresh();
    return isNew;
  }

  /** After a hook has run there may be less to serve. */
  settled(): Promise<void> {
    return this.#refresh();
  }

  #refresh(): Promise<void> {
    const next = this.#work.then(() => this.#apply());
    this.#work = next.catch(() => {});
    return next;
  }

  async #apply(): Promise<void> {
    const {folder, registry, installs, registrations, store} = this.#options;
    const {states} = folder;
    const recorded = await registrations.all();
    // Who came first keeps what two claim, whatever their folders are called.
    const sorted = [...states].sort((a, b) => (a.module?.storedAt ?? Infinity) - (b.module?.storedAt ?? Infinity));
    const modules: RegisteredModule[] = [];
    for (const state of sorted) {
      if (state.module) modules.push(await this.#toModule(state, state.module, recorded));
      const refused = toRefused(state);
      if (refused) modules.push(refused);
    }
    // Tabs run these until they know of the change, those of other versions for longer.
    const running = registry.accepted.filter((module) => module.isInstalled);
    this.#earlier = new Map([...this.#earlier, ...running.map((module) => [toKey(module), module] as const)]);
    registry.install(modules);
    await installs.follow();
    const current = new Map(modules.filter(isAccepted).map(({id, version}) => [id, version]));
    const kept = new Map([...installs.leaving.map(({id, version}) => [id, version] as const), ...current]);
    await store.prune(kept);
    await this.#serveEarlier(kept, current);
    for (const id of recorded.keys()) if (!kept.has(id)) await registrations.forget(id);
    await this.#tell(states);
  }

  async #toModule(
    {name}: InstalledFolder,
    stored: StoredModule,
    recorded: ReadonlyMap<string, RecordedRegistration>,
  ): Promise<AcceptedModule> {
    const module = toAccepted(stored, name);
    const known = stored.consumer === undefined ? undefined : recorded.get(stored.id);
    const grown = known && toGrownConsumer(module, known);
    if (grown) await this.#options.store.add(stored, grown.file.path, grown.file.content);
    await this.#mount(stored, grown?.module.revision);
    return grown?.module ?? module;
  }

  async #mount(stored: StoredModule, revision = ''): Promise<void> {
    const {files, store} = this.#options;
    const key = `${toKey(stored)} ${stored.digest} ${revision}`;
    if (this.#mounts.has(key)) return;
    const base = `/m/${stored.id}/${stored.version}`;
    this.#mounts.set(key, files.mount(base, store.filesOf(stored), stored.files));
  }

  async #serveEarlier(kept: ReadonlyMap<string, string>, current: ReadonlyMap<string, string>): Promise<void> {
    const earlier = new Map<string, AcceptedModule>();
    for (const id of kept.keys()) {
      for (const stored of await this.#options.store.earlierOf(id, current.get(id))) {
        await this.#mount(stored);
        earlier.set(toKey(stored), toAccepted(stored, id));
      }
    }
    this.#earlier = earlier;
    for (const [key, unmount] of this.#mounts) {
      const name = key.split(' ')[0] ?? '';
      const [id = '', version] = name.split('@');
      if (earlier.has(name) || current.get(id) === version) continue;
      unmount();
      this.#mounts.delete(key);
    }
  }

  /** What became of each folder: written last, when everybody who asks gets the new modules. */
  async #tell(states: readonly InstalledFolder[]): Promise<void> {
    const {registry, outcomes} = this.#options;
    const told = states.map(({name, module, refusal}): FolderOutcome => {
      const entry = registry.all.find(
        (one) => one.isInstalled && one.source === name && one.version === module?.version,
      );
      const problem = refusal?.problem ?? (entry?.status === 'refused' ? entry.problem : undefined);
      const {id, version} = refusal ?? module ?? {};
      return {folder: name, id, version, digest: module?.digest, status: problem ? 'refused' : 'accepted', problem};
    });
    await mkdir(dirname(outcomes), {recursive: true});
    await writeFile(
      `${outcomes}.incoming`,
      JSON.stringify({process: process.pid, at: Date.now(), folders: told} satisfies FolderOutcomes),
    );
    await rename(`${outcomes}.incoming`, outcomes);
  }
}

function toKey({id, version}: {readonly id: string; readonly version: string}): string {
  return `${id}@${version}`;
}

function isAccepted(module: RegisteredModule): module is AcceptedModule {
  return module.status === 'accepted';
}
