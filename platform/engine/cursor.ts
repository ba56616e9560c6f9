import {z} from 'zod';
import {ApiError} from './api-error.ts';
import {isName} from './names.ts';

const cursorSchema = z.strictObject({v: z.literal(1), after: z.string().refine(isName)});

/** Where the next page begins: after this name. Opaque to clients. */
export function encodeCursor(after: string): string {
  return Buffer.from(JSON.stringify({v: 1, after})).toString('base64url');
}

/** The name after which the page begins. Throws 400 for anything `encodeCursor` did not make. */
export function decodeCursor(cursor: string): string {
  const parsed = cursorSchema.safeParse(parse(cursor));
  if (parsed.success && encodeCursor(parsed.data.after) === cursor) return parsed.data.after;
  throw new ApiError('BAD_REQUEST', 'Invalid cursor: use the nextCursor of a previous page, unchanged', {
    details: [{field: 'cursor', message: 'is not a cursor of this server'}],
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
