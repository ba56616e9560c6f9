import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Compresses what is made for one request: brotli where the browser takes it, fast rather than small. */
export async function encodeBody(
  text: string,
  acceptEncoding: string | undefined,
): Promise<{readonly body: Uint8Array<ArrayBuffer>; readonly headers: Readonly<Record<string, string>>}> {
  const bytes = Buffer.from(text);
  const encoding = bytes.length < 1000 ? undefined : pickEncoding(acceptEncoding);
  if (encoding === undefined) return {body: toBytes(bytes), headers: {vary: 'accept-encoding'}};
  const body =
    encoding === 'br'
      ? await brotli(bytes, {
          params: {[constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length},
        })
      : await zip(bytes);
  return {body: toBytes(body), headers: {'content-encoding': encoding, vary: 'accept-encoding'}};
}

/** `br` or `gzip`, when the header accepts it. */
export function pickEncoding(acceptEncoding: string | undefined): 'br' | 'gzip' | undefined {
  const accepted = (acceptEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .filter(([, quality]) => quality === undefined || Number(quality) > 0)
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((name) => accepted.includes(name));
}

function toBytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
