import {PortalError, toFaultText, type Dispose} from '@openchoreo/portal-contract';
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import * as z from 'zod';
import {isPortalError} from '../http/is-portal-error.ts';
import {watchFolder, type FolderWatch} from './folder-watch.ts';
import {refuseFor, type ModuleRefusal} from './module-fault.ts';
import type {ModuleStore} from './module-store.ts';
import {prepareModule} from './prepare-module.ts';
import {listModuleFolder, readModuleFiles, type FolderListing} from './read-module-folder.ts';
import type {StoredModule} from './stored-module.ts';

/** What is known of one folder. */
export interface InstalledFolder {
  /** The folder's name. */
  readonly name: string;
  /** What runs of it: stored, whatever becomes of the folder's files. */
  readonly module?: StoredModule | undefined;
  /** What is wrong with the files that are there now. */
  readonly refusal?: ModuleRefusal | undefined;
}

export interface ModulesFolderOptions {
  readonly folder: string;
  /** Where it is remembered what each folder held. */
  readonly memory: string;
  readonly store: ModuleStore;
  readonly shared: ReadonlySet<string>;
  readonly report: (error: unknown, text: string) => void;
  /** Milliseconds in which nothing in a folder was written before it is read. */
  readonly quiet?: number;
  /** Milliseconds that a folder has to become whole before it is refused. */
  readonly patience?: number | undefined;
}

interface Look {
  readonly signature: string;
  readonly state: InstalledFolder;
}

const memorySchema = z.record(z.string(), z.object({signature: z.string(), id: z.string(), version: z.string()}));

/**
 * The folder into which operators put modules, one folder each. A folder is taken when nothing was written in it for a
 * moment and its manifest's files are all there; one that stays broken is refused, and what ran of it before goes on.
 */
export class ModulesFolder {
  readonly #options: ModulesFolderOptions;
  #looks = new Map<string, Look>();
  #watch: FolderWatch | undefined;
  readonly #listeners = new Set<() => Promise<void>>();

  private constructor(options: ModulesFolderOptions) {
    this.#options = options;
  }

  /** Creates the folder if need be, and reads what is in it. Throws `CONFIG_INVALID` when it is no folder. */
  static async open(options: ModulesFolderOptions): Promise<ModulesFolder> {
    try {
      await mkdir(options.folder, {recursive: true});
    } catch (cause) {
      throw new PortalError('CONFIG_INVALID', ['MODULES_DIR', options.folder, 'a folder'], {cause});
    }
    const folder = new ModulesFolder(options);
    await folder.#remember();
    await folder.#lookAll();
    return folder;
  }

  get states(): readonly InstalledFolder[] {
    return [...this.#looks.values()].map(({state}) => state);
  }

  /** Begins to follow the folder; the undo ends that. */
  follow(onChange: () => Promise<void>): Dispose {
    this.#listeners.add(onChange);
    this.#watch ??= watchFolder(this.#options.folder, {
      onChange: () => this.#lookAll(),
      onLost: (error) => this.#options.report(error, 'the modules folder is looked at now and then only'),
    });
    this.#watch.lookIn(0);
    return () => {
      this.#listeners.delete(onChange);
      this.#watch?.stop();
    };
  }

  /** Deletes the folders that hold the module. */
  async remove(id: string): Promise<void> {
    for (const {name, module, refusal} of this.states) {
      if (module?.id !== id && refusal?.id !== id) continue;
      await rm(join(this.#options.folder, name), {recursive: true, force: true});
    }
    await (this.#watch?.look() ?? this.#lookAll());
  }

  async #lookAll(): Promise<void> {
    const entries = await readdir(this.#options.folder, {withFileTypes: true});
    const looks = new Map<string, Look>();
    let wait = Infinity;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const {name} = entry;
      if (name.startsWith('.') || entry.isFile()) continue;
      const known = this.#looks.get(name);
      const found = entry.isDirectory() ? await this.#lookAt(name, known) : toLink(name, known);
      if (typeof found !== 'number') looks.set(name, found);
      else {
        wait = Math.min(wait, found);
        if (known) looks.set(name, known);
      }
    }
    const isChanged = this.#differs(looks);
    this.#looks = looks;
    if (wait < Infinity) this.#watch?.lookIn(wait);
    if (!isChanged) return;
    await this.#write();
    for (const listener of this.#listeners) await listener();
  }

  /** What is in the folder now, or the milliseconds after which to look again. */
  async #lookAt(name: string, known: Look | undefined): Promise<Look | number> {
    const {folder, quiet = 300, patience = 3000} = this.#options;
    const path = join(folder, name);
    let listing: FolderListing;
    try {
      listing = await listModuleFolder(path);
      if (listing.signature === known?.signature) return known;
      const age = Date.now() - listing.changedAt;
      if (age < quiet && age > -quiet) return quiet;
      const taken = await this.#take(path, listing);
      if ((await listModuleFolder(path)).signature !== listing.signature) return quiet;
      if (!('problem' in taken)) return {signature: listing.signature, state: {name, module: taken}};
      if (taken.isIncomplete && age < patience && age > -patience) return Math.max(quiet, patience - age);
      return {signature: listing.signature, state: {name, module: known?.state.module, refusal: taken}};
    } catch (error) {
      // Gone or changed while it was read: the next look knows more.
      this.#options.report(error, `the folder ${name} could not be read`);
      return 1000;
    }
  }

  async #take(path: string, listing: FolderListing): Promise<StoredModule | ModuleRefusal> {
    const {shared, store} = this.#options;
    if (listing.faults.length > 0) {
      const error = new PortalError('MODULE_SOURCE_UNREADABLE', [path, toFaultText(listing.faults)]);
      return refuseFor(error, {faults: listing.faults});
    }
    const prepared = await prepareModule(await readModuleFiles(path, listing), {shared});
    if (!prepared.ok) return prepared.error;
    try {
      return await store.put(prepared.value);
    } catch (error) {
      if (!isPortalError(error)) throw error;
      return refuseFor(error, prepared.value);
    }
  }

  #differs(looks: ReadonlyMap<string, Look>): boolean {
    if (looks.size !== this.#looks.size) return true;
    return [...looks].some(([name, look]) => this.#looks.get(name) !== look);
  }

  /** Folders that have not changed since the last run need not be read again. */
  async #remember(): Promise<void> {
    const text = await readFile(this.#options.memory, 'utf8').catch(() => '{}');
    const parsed = memorySchema.safeParse(parseJson(text));
    for (const [name, {signature, id, version}] of Object.entries(parsed.data ?? {})) {
      const module = await this.#options.store.find(id, version);
      if (module) this.#looks.set(name, {signature, state: {name, module}});
    }
  }

  async #write(): Promise<void> {
    const {memory} = this.#options;
    const kept = [...this.#looks].flatMap(([name, {signature, state}]) => {
      if (!state.module) return [];
      // A folder that was refused is read again at the next start: the portal may then be another.
      return [[name, {signature: state.refusal ? '' : signature, id: state.module.id, version: state.module.version}]];
    });
    await mkdir(join(memory, '..'), {recursive: true});
    await writeFile(`${memory}.incoming`, JSON.stringify(Object.fromEntries(kept)));
    await rename(`${memory}.incoming`, memory);
  }
}

function toLink(name: string, known: Look | undefined): Look {
  if (known?.signature === 'a link') return known;
  const error = new PortalError('MODULE_SOURCE_UNREADABLE', [name, 'it is a link']);
  return {signature: 'a link', state: {name, refusal: refuseFor(error)}};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema refuses it, and every folder is read anew
  }
}
