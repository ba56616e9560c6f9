import {PortalError, toFaults, toFaultText} from '@openchoreo/portal-contract';
import type {Context} from 'hono';
import type {ZodType} from 'zod';

/** The request's JSON as the schema says. Throws `INVALID_REQUEST` with every fault. */
export async function readJson<T>(context: Context, schema: ZodType<T>): Promise<T> {
  let data: unknown;
  try {
    data = await context.req.json();
  } catch (cause) {
    throw new PortalError('INVALID_REQUEST', ['the body is not JSON'], {cause});
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new PortalError('INVALID_REQUEST', [toFaultText(toFaults(parsed.error.issues, data))]);
}
