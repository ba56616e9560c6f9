import {createHash} from 'node:crypto';
import {existsSync, readdirSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {extname, join, relative, sep} from 'node:path';
import {PortalError, type Dispose} from '@openchoreo/portal-contract';
import {pickEncoding} from '../http/index.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.woff': 'font/woff',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const SUFFIX = {br: '.br', gzip: '.gz'} as const;
/** A name, or a folder, with the build's hash in it: eight characters that are not just a word. */
const HASHED = /-(?=[\w-]*[A-Z0-9_])[\w-]{8}(?:\.\w+$|\/)/;

/** Where a file is, and the digest it has to have if that was recorded. */
interface Place {
  readonly file: string;
  readonly integrity: string | undefined;
}

/**
 * The files the browser may fetch: those of the build, and what is mounted beside them. What is served is what was
 * there then: a path is looked up, never walked, so nothing outside the folders can be named.
 */
export class ClientFiles {
  readonly #places = new Map<string, Place>();
  readonly #bodies = new Map<Place, Promise<{readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string}>>();

  constructor(folder: string) {
    this.mount('', folder);
  }

  /**
   * Serves the files of a folder below the address. A file whose digest is given is served as long as it has that. The
   * undo takes away what was not mounted again since.
   */
  mount(address: string, folder: string, digests: Readonly<Record<string, string>> = {}): Dispose {
    const mounted = listFiles(folder).map((path) => {
      const place = {file: join(folder, path), integrity: digests[path.slice(1)]};
      this.#places.set(`${address}${path}`, place);
      return [`${address}${path}`, place] as const;
    });
    return () => {
      for (const [path, place] of mounted) {
        if (this.#places.get(path) === place) this.#places.delete(path);
        this.#bodies.delete(place);
      }
    };
  }

  /** Whether the path names its content, so that browsers may keep it for ever. */
  isHashed(path: string): boolean {
    return HASHED.test(path);
  }

  /** The file at the path, in the smallest encoding the request takes; `undefined` when there is none. */
  async respond(path: string, request: Request): Promise<Response | undefined> {
    const type = TYPES[extname(path)];
    if (type === undefined || !this.#places.has(path)) return undefined;
    const encoding = this.#encodingOf(path, request.headers.get('accept-encoding') ?? undefined);
    const {bytes, etag} = await this.#read(encoding === undefined ? path : path + SUFFIX[encoding]);
    const headers: Record<string, string> = {
      'content-type': type,
      'cache-control': this.isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag,
      vary: 'accept-encoding',
      ...(encoding === undefined ? {} : {'content-encoding': encoding}),
    };
    if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers});
    return new Response(bytes, {headers});
  }

  /** The text of a file beside the browser's files, or `undefined`. */
  async text(path: string): Promise<string | undefined> {
    if (!this.#places.has(path)) return undefined;
    return Buffer.from((await this.#read(path)).bytes).toString('utf8');
  }

  #encodingOf(path: string, accept: string | undefined): keyof typeof SUFFIX | undefined {
    const picked = pickEncoding(accept);
    if (picked !== undefined && this.#places.has(path + SUFFIX[picked])) return picked;
    return picked === 'br' && pickEncoding(accept?.replace('br', '')) === 'gzip' && this.#places.has(`${path}.gz`)
      ? 'gzip'
      : undefined;
  }

  #read(path: string): Promise<{readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string}> {
    const place = this.#places.get(path);
    if (place === undefined) throw new TypeError(`there is no file for ${path}`);
    const known = this.#bodies.get(place);
    if (known !== undefined) return known;
    const body = readFile(place.file).then((buffer) => {
      const digest = createHash('sha256').update(buffer);
      const isAltered = place.integrity !== undefined && place.integrity !== `sha256-${digest.copy().digest('base64')}`;
      if (isAltered) throw new PortalError('MODULE_INTEGRITY', [path.split('/')[2] ?? '', path]);
      return {bytes: new Uint8Array(buffer), etag: `"${digest.digest('base64url').slice(0, 22)}"`};
    });
    this.#bodies.set(place, body);
    body.catch(() => this.#bodies.delete(place));
    return body;
  }
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
}
