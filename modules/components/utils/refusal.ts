import {PortalError} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';

/** What the platform did not accept: sentences by field (`spec.parameters.replicas`), and one for the whole. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The platform's `ErrorResponse`, which the portal's client keeps as the cause. */
const answerSchema = z.object({
  error: z.optional(z.string()),
  details: z.optional(z.array(z.object({field: z.string(), message: z.string()}))),
});

/** Reads a refusal out of what a change rejected with; `undefined` when the platform never got to judge it. */
export function parseRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof PortalError) || error.code !== 'PLATFORM_REFUSED') return undefined;
  const [status = '', sentence = error.message] = error.values;
  const answer = answerSchema.safeParse(error.cause);
  const {error: text = sentence, details = []} = answer.success ? answer.data : {};
  return {
    status: Number(status),
    text,
    fields: Object.fromEntries(details.map(({field, message}) => [field, message])),
  };
}

export function isNotFound(error: unknown): boolean {
  return parseRefusal(error)?.status === 404;
}
