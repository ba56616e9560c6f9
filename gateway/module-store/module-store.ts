import {PortalError} from '@openchoreo/portal-contract';
import {randomUUID} from 'node:crypto';
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';
import {toIntegrity} from './integrity.ts';
import type {PreparedModule} from './prepared-module.ts';
import {parseRecord, type StoredModule} from './stored-module.ts';

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Of what is text, the rest is compressed already. */
const COMPRESSED = /\.(m?js|css|json|svg|txt|webmanifest)$/;
const MIN_BYTES = 512;
/** How many earlier versions stay for tabs that still run one. */
const EARLIER = 2;

/** Where in the data folder the files of installed modules are. */
export function storeFolder(dataDir: string): string {
  return join(dataDir, 'module-store');
}

/**
 * The files of installed modules, `<folder>/<id>/<version>/`: written once, under another name until they are complete,
 * and never changed.
 */
export class ModuleStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Where the files are that browsers fetch. */
  filesOf({id, version}: Pick<StoredModule, 'id' | 'version'>): string {
    return join(this.#folder, id, version, 'files');
  }

  /** Stores the module, or finds it stored. Throws `MODULE_VERSION_TAKEN` when the version is there with other bytes. */
  async put(module: PreparedModule): Promise<StoredModule> {
    const {id, version, digest} = module;
    const present = await this.find(id, version);
    if (present?.digest === digest) return present;
    if (present !== undefined) throw new PortalError('MODULE_VERSION_TAKEN', [id, version]);
    const incoming = join(this.#folder, `.incoming-${randomUUID()}`);
    try {
      const files = await writeFiles(join(incoming, 'files'), module);
      const {manifest, messages, consumer} = module;
      const record: StoredModule = {
        id,
        version,
        digest,
        storedAt: Date.now(),
        manifest,
        messages,
        files,
        ...(consumer !== undefined && {consumer}),
      };
      await writeFile(join(incoming, 'record.json'), JSON.stringify(record));
      const target = join(this.#folder, id, version);
      await mkdir(dirname(target), {recursive: true});
      // What is there is no whole module: it was found above otherwise.
      await rm(target, {recursive: true, force: true});
      await rename(incoming, target);
      return record;
    } finally {
      await rm(incoming, {recursive: true, force: true});
    }
  }

  async find(id: string, version: string): Promise<StoredModule | undefined> {
    const text = await readFile(join(this.#folder, id, version, 'record.json'), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : parseRecord(text);
  }

  /** Adds files that the portal generated for a stored module later. Their names carry a hash of their content. */
  async add({id, version}: StoredModule, path: string, content: string): Promise<void> {
    const file = join(this.filesOf({id, version}), path);
    await writeFile(`${file}.incoming`, content);
    await rename(`${file}.incoming`, file);
  }

  async remove(id: string): Promise<void> {
    await rm(join(this.#folder, id), {recursive: true, force: true});
  }

  /** Stored versions of the module besides this one, the last stored first. */
  async earlierOf(id: string, version: string | undefined): Promise<readonly StoredModule[]> {
    const names = await readdir(join(this.#folder, id)).catch(() => []);
    const found = await Promise.all(names.filter((name) => name !== version).map((name) => this.find(id, name)));
    return found.filter((one) => one !== undefined).sort((a, b) => b.storedAt - a.storedAt);
  }

  /** Deletes versions that no tab should run any more, and modules that are not in the list. */
  async prune(current: ReadonlyMap<string, string>): Promise<void> {
    for (const id of await readdir(this.#folder).catch(() => [])) {
      if (!current.has(id)) {
        await this.remove(id);
        continue;
      }
      const earlier = await this.earlierOf(id, current.get(id));
      for (const one of earlier.slice(EARLIER)) await rm(join(this.#folder, id, one.version), {recursive: true});
    }
  }
}

/** The files and their compressed forms, with the digest of each. */
async function writeFiles(folder: string, {files}: PreparedModule): Promise<Readonly<Record<string, string>>> {
  const digests: Record<string, string> = {};
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), bytes);
    digests[path] = toIntegrity(bytes);
  };
  for (const [path, bytes] of files) {
    await write(path, bytes);
    if (!COMPRESSED.test(path) || bytes.length < MIN_BYTES) continue;
    const params = {[constants.BROTLI_PARAM_QUALITY]: bytes.length > 1_000_000 ? 6 : 10};
    await write(`${path}.br`, await toBrotli(bytes, {params}));
    await write(`${path}.gz`, await toGzip(bytes));
  }
  return digests;
}
