import {z} from 'zod';
import {ApiError, type FieldError} from './api-error.ts';
import type {Draft, ResourceKind} from './kind.ts';
import {isLabelKey, isLabelValue} from './label-selector.ts';
import {isName, NAME_RULE} from './names.ts';
import {toFieldErrors} from './to-field-errors.ts';

const textMap = z.record(z.string(), z.string());

const envelopeSchema = z.object({
  metadata: z.object({
    name: z.string().optional(),
    namespace: z.string().optional(),
    labels: textMap.nullish(),
    annotations: textMap.nullish(),
  }),
  spec: z.unknown().optional(),
});

/**
 * What a request body asks for, with defaults filled in. Throws 400 when it is not an object of this API or names
 * another place than the path does, and 422 when it breaks a rule of its kind.
 */
export function parseDraft(kind: ResourceKind, body: unknown, path: {namespace: string; name?: string}): Draft {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) {
    throw new ApiError('BAD_REQUEST', 'Invalid request body', {details: toFieldErrors(envelope.error)});
  }
  const {metadata} = envelope.data;
  const name = metadata.name ?? path.name ?? '';
  if (name === '') throw badRequest('metadata.name', 'is required');
  if (path.name !== undefined && name !== path.name)
    throw badRequest('metadata.name', `must be '${path.name}', as in the path`);
  if (path.namespace !== '' && metadata.namespace && metadata.namespace !== path.namespace) {
    throw badRequest('metadata.namespace', `must be '${path.namespace}', as in the path`);
  }
  const labels = metadata.labels ?? {};
  const annotations = metadata.annotations ?? {};
  const spec = kind.spec?.safeParse(envelope.data.spec ?? {});
  const faults = [
    ...(isName(name) ? [] : [{field: 'metadata.name', message: NAME_RULE}]),
    ...findLabelFaults(labels),
    ...findKeyFaults('metadata.annotations', annotations),
    ...(spec?.error ? toFieldErrors(spec.error, 'spec') : []),
  ];
  if (faults.length > 0) throw unprocessable(kind, name, faults);
  return {namespace: path.namespace, name, labels, annotations, spec: spec?.data ?? {}};
}

export function unprocessable(kind: ResourceKind, name: string, details: readonly FieldError[]): ApiError {
  const [first] = details;
  const summary = first ? `${first.field}: ${first.message}` : 'it breaks a rule of its kind';
  return new ApiError(
    kind.refusals?.invalid ?? 'UNPROCESSABLE_CONTENT',
    `${kind.kind} '${name.slice(0, 80)}' is invalid: ${summary}`,
    {details},
  );
}

function findLabelFaults(labels: Readonly<Record<string, string>>): readonly FieldError[] {
  const faults = Object.entries(labels)
    .filter(([, value]) => !isLabelValue(value))
    .map(([key]) => ({field: `metadata.labels.${key}`, message: 'is not a valid label value'}));
  return [...findKeyFaults('metadata.labels', labels), ...faults];
}

function findKeyFaults(field: string, map: Readonly<Record<string, string>>): readonly FieldError[] {
  const faulty = Object.keys(map).filter((key) => !isLabelKey(key));
  return faulty.map((key) => ({field, message: `'${key.slice(0, 80)}' is not a valid key`}));
}

function badRequest(field: string, message: string): ApiError {
  return new ApiError('BAD_REQUEST', `Invalid request: ${field} ${message}`, {details: [{field, message}]});
}
