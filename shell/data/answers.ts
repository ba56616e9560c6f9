import * as z from 'zod/mini';

/**
 * What answers look like. Imported when the first one comes: the page brings its first data along, and until then
 * nobody needs a parser.
 */
const resource = z.looseObject({metadata: z.looseObject({name: z.string()})});

const grants = z.optional(
  z.array(z.object({path: z.string(), constraints: z.optional(z.object({expressions: z.array(z.string())}))})),
);

export const ANSWERS = {
  resource,
  page: z.object({
    items: z.array(resource),
    pagination: z._default(z.object({nextCursor: z.optional(z.string()), remainingCount: z.optional(z.number())}), {}),
  }),
  /** `GET /authz/profile` */
  profile: z.object({capabilities: z.record(z.string(), z.object({allowed: grants, denied: grants}))}),
  /** `POST /authz/evaluates` */
  decisions: z.array(z.object({decision: z.boolean()})),
  /** The gateway's own errors (RFC 9457). The platform's, which have an `error`, may have a code of the same name. */
  problem: z.object({
    code: z.string(),
    detail: z.optional(z.string()),
    values: z.optional(z.array(z.string())),
    error: z.optional(z.undefined()),
  }),
  /**
   * The platform's errors: its `ErrorResponse`, the shape of its token check (`error` holds a code there and `message`
   * the sentence), and the observer's.
   */
  refusal: z.object({
    error: z.optional(z.string()),
    message: z.optional(z.string()),
    title: z.optional(z.string()),
    details: z.optional(z.array(z.object({field: z.optional(z.string()), message: z.string()}))),
  }),
} as const;
