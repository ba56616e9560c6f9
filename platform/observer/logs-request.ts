import {z} from 'zod';
import {nameSchema} from '../kinds/spec-parts.ts';
import {toFieldErrors} from '../engine/to-field-errors.ts';
import {ObserverError} from './observer-error.ts';

const moment = z.iso
  .datetime({offset: true, error: 'must be a time like 2026-01-31T09:30:00Z'})
  .transform((text) => Date.parse(text));

const componentScope = z.strictObject({
  namespace: nameSchema,
  project: nameSchema.optional(),
  component: nameSchema.optional(),
  environment: nameSchema.optional(),
});

const workflowScope = z.strictObject({
  namespace: nameSchema,
  workflowRunName: nameSchema,
  taskName: nameSchema.optional(),
});

const logsRequest = z.object({
  startTime: moment,
  endTime: moment,
  limit: z.int().min(1).max(1000).default(100),
  sortOrder: z.enum(['asc', 'desc']).default('desc'),
  searchScope: z.union([componentScope, workflowScope]),
  logLevels: z.array(z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR'])).optional(),
  searchPhrase: z.string().max(1000).optional(),
});

export type LogsRequest = z.infer<typeof logsRequest>;
export type ComponentScope = z.infer<typeof componentScope>;
export type WorkflowScope = z.infer<typeof workflowScope>;

/** Throws 400 for a request that the observer's file does not allow, or that asks for no time at all. */
export function parseLogsRequest(body: unknown): LogsRequest {
  const parsed = logsRequest.safeParse(body);
  if (!parsed.success) {
    const faults = toFieldErrors(parsed.error).map(({field, message}) => `${field}: ${message}`);
    throw new ObserverError('badRequest', `Invalid request: ${faults.join('; ').slice(0, 500)}`);
  }
  const {startTime, endTime, searchScope} = parsed.data;
  if (startTime > endTime) throw new ObserverError('badRequest', 'startTime must be before endTime');
  if ('component' in searchScope && searchScope.component && !searchScope.project) {
    throw new ObserverError('badRequest', 'searchScope.project is required when searchScope.component is set');
  }
  return parsed.data;
}
