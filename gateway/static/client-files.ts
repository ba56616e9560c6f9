import {createHash} from 'node:crypto';
import {existsSync, readdirSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {extname, join, relative, sep} from 'node:path';
import {pickEncoding} from '../http/index.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
const SUFFIX = {br: '.br', gzip: '.gz'} as const;
/** A name, or a folder, with the build's hash in it: eight characters that are not just a word. */
const HASHED = /-(?=[\w-]*[A-Z0-9_])[\w-]{8}(?:\.\w+$|\/)/;

/**
 * The built files the browser may fetch. What is served is what was there at the start: a path is looked up, never
 * walked, so nothing outside the folder can be named.
 */
export class ClientFiles {
  readonly #folder: string;
  readonly #paths: ReadonlySet<string>;
  readonly #bodies = new Map<string, Promise<{readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string}>>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#paths = new Set(listFiles(folder));
  }

  /** Whether the path names its content, so that browsers may keep it for ever. */
  isHashed(path: string): boolean {
    return HASHED.test(path);
  }

  /** The file at the path, in the smallest encoding the request takes; `undefined` when there is none. */
  async respond(path: string, request: Request): Promise<Response | undefined> {
    const type = TYPES[extname(path)];
    if (type === undefined || !this.#paths.has(path)) return undefined;
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
    if (!this.#paths.has(path)) return undefined;
    return Buffer.from((await this.#read(path)).bytes).toString('utf8');
  }

  #encodingOf(path: string, accept: string | undefined): keyof typeof SUFFIX | undefined {
    const picked = pickEncoding(accept);
    if (picked !== undefined && this.#paths.has(path + SUFFIX[picked])) return picked;
    return picked === 'br' && pickEncoding(accept?.replace('br', '')) === 'gzip' && this.#paths.has(`${path}.gz`)
      ? 'gzip'
      : undefined;
  }

  #read(path: string): Promise<{readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string}> {
    const known = this.#bodies.get(path);
    if (known !== undefined) return known;
    const body = readFile(join(this.#folder, path)).then((buffer) => ({
      bytes: new Uint8Array(buffer),
      etag: `"${createHash('sha256').update(buffer).digest('base64url').slice(0, 22)}"`,
    }));
    this.#bodies.set(path, body);
    body.catch(() => this.#bodies.delete(path));
    return body;
  }
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
}
