import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {brotliDecompressSync, constants, gunzipSync} from 'node:zlib';
import {encodeParts} from './encode-parts.ts';

const FIRST = 'a first part, '.repeat(50);
const SECOND = crypto.getRandomValues(new Uint8Array(50_000)).join();

async function* parts(asked: string[]): AsyncGenerator<string> {
  asked.push('first');
  yield FIRST;
  asked.push('second');
  yield SECOND;
}

describe('encodeParts', () => {
  for (const [accepted, decode] of [
    ['br', (bytes: Buffer) => brotliDecompressSync(bytes, {finishFlush: constants.BROTLI_OPERATION_FLUSH})],
    ['gzip', (bytes: Buffer) => gunzipSync(bytes, {finishFlush: constants.Z_SYNC_FLUSH})],
    ['identity', (bytes: Buffer) => bytes],
  ] as const) {
    it(`gives the first part away before the second is asked for, in ${accepted}`, async () => {
      const asked: string[] = [];
      const {body, headers} = encodeParts(parts(asked), accepted);
      assert.equal(headers['content-encoding'], accepted === 'identity' ? undefined : accepted);
      const reader = body.getReader();
      const first = Buffer.from((await reader.read()).value ?? []);
      assert.deepEqual([asked, decode(first).toString()], [['first'], FIRST]);
      const chunks = [first];
      for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(Buffer.from(next.value));
      assert.equal(decode(Buffer.concat(chunks)).toString(), FIRST + SECOND);
    });
  }

  it('makes nothing more for a browser that went away', async () => {
    const asked: string[] = [];
    const reader = encodeParts(parts(asked), 'br').body.getReader();
    await reader.read();
    await reader.cancel();
    assert.deepEqual(asked, ['first']);
  });
});
