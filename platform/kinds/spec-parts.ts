import {z} from 'zod';
import {isName, NAME_RULE} from '../engine/names.ts';

/** A name of an object, as a reference. */
export const nameSchema = z.string().refine(isName, NAME_RULE);

/** Values whose shape someone else defines. */
export const freeFormSchema = z.record(z.string(), z.json());

/** A reference whose kind may be left out. */
export function referenceSchema<const K extends readonly [string, ...string[]]>(
  kinds: K,
  fallback: K[number] = kinds[0],
) {
  return z.object({kind: z.enum(kinds).default(fallback as never), name: nameSchema});
}

/** A reference that must say its kind. */
export function kindedReferenceSchema<const K extends readonly [string, ...string[]]>(kinds: K) {
  return z.object({kind: z.enum(kinds), name: nameSchema});
}

/** A trait as a component has it. */
export const componentTraitSchema = referenceSchema(['Trait', 'ClusterTrait']).extend({
  instanceName: nameSchema,
  parameters: freeFormSchema.optional(),
});

const listenerSchema = z.object({
  listenerName: z.string().optional(),
  port: z.int().min(1).max(65535).optional(),
  host: z.string().optional(),
});

const gatewayEndpointSchema = z.object({
  name: z.string().min(1),
  namespace: z.string().min(1),
  http: listenerSchema.optional(),
  https: listenerSchema.optional(),
  tls: listenerSchema.optional(),
});

const gatewayNetworkSchema = z.object({
  external: gatewayEndpointSchema.optional(),
  internal: gatewayEndpointSchema.optional(),
});

export const gatewaySchema = z.object({
  ingress: gatewayNetworkSchema.optional(),
  egress: gatewayNetworkSchema.optional(),
});
