import * as z from 'zod/mini';

/** The schemas whose unknown fields are a later version's, not the data of somebody else. */
const OPEN = new WeakSet<object>();

/** An object that keeps the fields of later versions; its type names those of this version only. */
export function openObject<S extends z.core.$ZodLooseShape>(shape: S): z.ZodMiniObject<S> {
  const schema = z.looseObject(shape) as unknown as z.ZodMiniObject<S>;
  OPEN.add(schema);
  return schema;
}

/** Paths of the fields in the data that no open object of the schema names. */
export function findUnknown(
  schema: z.core.$ZodType,
  data: unknown,
  path: readonly PropertyKey[] = [],
): readonly string[] {
  const {innerType, element, shape} = schema._zod.def as Nested;
  if (innerType) return findUnknown(innerType, data, path);
  if (element && Array.isArray(data)) {
    return data.flatMap((item, index) => findUnknown(element, item, [...path, index]));
  }
  if (!shape || typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([field, value]): readonly string[] => {
    const at = [...path, field];
    const inside = Object.hasOwn(shape, field) ? shape[field] : undefined;
    if (inside) return findUnknown(inside, value, at);
    return OPEN.has(schema) ? [at.join('.')] : [];
  });
}

/** What is inside an optional, a list or an object. */
interface Nested extends z.core.$ZodTypeDef {
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
}
