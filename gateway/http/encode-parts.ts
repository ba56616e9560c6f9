import {once} from 'node:events';
import {ReadableStream as NodeStream} from 'node:stream/web';
import {setImmediate} from 'node:timers/promises';
import {constants, createBrotliCompress, createGzip, type BrotliCompress, type Gzip} from 'node:zlib';
import {pickEncoding} from './encode-body.ts';

/**
 * A body that goes out part by part. A part is on its way, compressed, before the next one is asked for: what that
 * costs to make does not hold back what is there. The parts must not throw: with the first the status is sent.
 */
export function encodeParts(
  parts: AsyncIterable<string>,
  acceptEncoding: string | undefined,
): {readonly body: ReadableStream<Uint8Array>; readonly headers: Readonly<Record<string, string>>} {
  const encoding = pickEncoding(acceptEncoding);
  const unhurried = afterEachOther(parts);
  const chunks = encoding === undefined ? toBytes(unhurried) : compress(unhurried, createCompressor(encoding));
  return {
    // Read only when the one before was written.
    body: NodeStream.from(chunks) as ReadableStream<Uint8Array>,
    headers: {
      vary: 'accept-encoding',
      // Said outright, the server does not wait for a second part in order to tell the length.
      'transfer-encoding': 'chunked',
      ...(encoding === undefined ? {} : {'content-encoding': encoding}),
    },
  };
}

/**
 * Asks for the next part only when the one before has reached the socket. The embedded database answers in microtasks:
 * a page full of queries would keep the event loop, and with it the write, waiting to its end.
 */
async function* afterEachOther(parts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const part of parts) {
    yield part;
    await setImmediate();
  }
}

function createCompressor(encoding: 'br' | 'gzip'): BrotliCompress | Gzip {
  if (encoding === 'gzip') return createGzip({flush: constants.Z_SYNC_FLUSH});
  return createBrotliCompress({
    flush: constants.BROTLI_OPERATION_FLUSH,
    params: {[constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT},
  });
}

async function* compress(
  parts: AsyncIterable<string>,
  compressor: BrotliCompress | Gzip,
): AsyncGenerator<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  compressor.on('data', (chunk: Buffer) => chunks.push(chunk));
  try {
    for await (const part of parts) {
      await new Promise((resolve) => compressor.write(part, resolve));
      yield Buffer.concat(chunks.splice(0));
    }
    compressor.end();
    await once(compressor, 'end');
    yield Buffer.concat(chunks);
  } finally {
    compressor.destroy();
  }
}

async function* toBytes(parts: AsyncIterable<string>): AsyncGenerator<Buffer<ArrayBuffer>> {
  for await (const part of parts) yield Buffer.from(part);
}
