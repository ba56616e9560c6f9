import {PortalError, type SearchResult} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(300));

const result = z
  .looseObject({
    title: text,
    subtitle: z.optional(z.string().check(z.maxLength(300))),
    icon: z.optional(text),
    path: z.optional(z.string().check(z.regex(/^\/(?![/\\])/, 'a path that starts with one /'))),
    command: z.optional(text),
    input: z.optional(z.unknown()),
  })
  .check(z.refine(({path, command}) => (path === undefined) !== (command === undefined), 'a path or a command'));

/**
 * The first results of a provider, and what was wrong with those left out. Throws `HANDLER_FAILED` for what is no list.
 */
export function readResults(
  answer: unknown,
  title: string,
  most: number,
): {readonly results: readonly SearchResult[]; readonly refused: readonly string[]} {
  if (!Array.isArray(answer)) {
    throw new PortalError('HANDLER_FAILED', [title], {cause: new TypeError(`It gave ${typeof answer}, no list.`)});
  }
  const results: SearchResult[] = [];
  const refused: string[] = [];
  for (const one of answer) {
    if (results.length === most || refused.length === most) break;
    const parsed = result.safeParse(one);
    if (parsed.success) results.push(parsed.data as SearchResult);
    else refused.push(parsed.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`).join(', '));
  }
  return {results, refused};
}
