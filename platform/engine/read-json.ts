import {ApiError} from './api-error.ts';
import {isJsonObject} from './json.ts';

const LIMIT_BYTES = 1024 * 1024;
const LIMIT_DEPTH = 64;

/**
 * Reads a JSON body. Throws 413 above 1 MiB without reading on, and 400 for what is not JSON, nests deeper than 64
 * levels, or holds text no database can store (NUL, half a surrogate pair).
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(request));
  if (text.trim() === '') throw new ApiError('BAD_REQUEST', 'Request body is required');
  const body = parse(text);
  checkStorable(body, 0);
  return body;
}

async function readBytes(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > LIMIT_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > LIMIT_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError('BAD_REQUEST', 'Invalid request body: not well-formed JSON');
  }
}

function checkStorable(value: unknown, depth: number): void {
  if (depth > LIMIT_DEPTH)
    throw new ApiError('BAD_REQUEST', `Invalid request body: nested deeper than ${LIMIT_DEPTH} levels`);
  if (typeof value === 'string') checkText(value);
  if (Array.isArray(value)) for (const item of value) checkStorable(item, depth + 1);
  if (!isJsonObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    checkText(key);
    checkStorable(item, depth + 1);
  }
}

function checkText(text: string): void {
  if (!/[\0\p{Surrogate}]/u.test(text)) return;
  throw new ApiError('BAD_REQUEST', 'Invalid request body: text holds a NUL or an unpaired surrogate');
}

function tooLarge(): ApiError {
  return new ApiError('BAD_REQUEST', 'Request body is larger than 1 MiB', {status: 413});
}
