import {z} from 'zod';
import type {JsonObject} from '../engine/json.ts';
import {freeFormSchema} from './spec-parts.ts';

/** Parts that types of components, traits and projects have in common. */
const expressionSchema = z.string().regex(/^\$\{[\s\S]+\}\s*$/, 'must be a CEL expression in ${…}');
export const ruleSchema = z.object({rule: expressionSchema, message: z.string().min(1)});
export const schemaSectionSchema = z.object({openAPIV3Schema: freeFormSchema.optional()});
export const planeSchema = z.enum(['dataplane', 'observabilityplane']).default('dataplane');

export const postRenderValidationSchema = ruleSchema
  .extend({
    target: z.object({group: z.string(), version: z.string().min(1), kind: z.string().min(1)}),
    targetPlane: planeSchema,
  })
  .loose() as unknown as z.ZodType<JsonObject>;

export const templatesSchema = z
  .array(
    z.object({
      id: z.string().min(1),
      targetPlane: planeSchema,
      includeWhen: expressionSchema.optional(),
      forEach: expressionSchema.optional(),
      var: z.string().optional(),
      template: freeFormSchema,
    }),
  )
  .min(1);
