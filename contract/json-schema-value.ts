/**
 * The type of the values that a JSON Schema lets through, read from the schema as it is written in a manifest
 * (`const`, or given to `defineConfig`). What it does not follow (`$ref`, `allOf`, conditions) is `unknown`: the
 * schema itself is checked at run time.
 */
export type JsonSchemaValue<S> = S extends {readonly const: infer V}
  ? V
  : S extends {readonly enum: readonly (infer V)[]}
    ? V
    : S extends {readonly anyOf: readonly (infer A)[]} | {readonly oneOf: readonly (infer A)[]}
      ? JsonSchemaValue<A>
      : S extends {readonly type: readonly (infer T)[]}
        ? T extends unknown
          ? ValueOfType<T, S>
          : never
        : S extends {readonly type: infer T}
          ? ValueOfType<T, S>
          : unknown;

type ValueOfType<T, S> = T extends 'string'
  ? string
  : T extends 'number' | 'integer'
    ? number
    : T extends 'boolean'
      ? boolean
      : T extends 'null'
        ? null
        : T extends 'array'
          ? readonly (S extends {readonly items: infer I} ? JsonSchemaValue<I> : unknown)[]
          : T extends 'object'
            ? ObjectValue<S>
            : unknown;

type ObjectValue<S> = S extends {readonly properties: infer P}
  ? Simplify<
      {readonly [K in keyof P & RequiredName<S>]: JsonSchemaValue<P[K]>} & {
        readonly [K in Exclude<keyof P, RequiredName<S>>]?: JsonSchemaValue<P[K]>;
      }
    >
  : S extends {readonly additionalProperties: infer V extends object}
    ? Readonly<Record<string, JsonSchemaValue<V>>>
    : Readonly<Record<string, unknown>>;

type RequiredName<S> = S extends {readonly required: readonly (infer N)[]} ? N : never;

/** One object type in place of an intersection, so that messages of the compiler can be read. */
type Simplify<T> = {readonly [K in keyof T]: T[K]};
