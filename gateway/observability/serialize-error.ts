/** What an error may carry into the log besides its sentence and stack: an error of a query also holds its parameters. */
const KEPT = ['code', 'status', 'error', 'error_description', 'syscall', 'address', 'port', 'query', 'values'] as const;
const MAX_DEPTH = 5;

/** An error as it may stand in the log, its causes included, without what a failed query was given. */
export function serializeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const message = withoutParameters(error.message);
  const kept = KEPT.flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return value === undefined || (typeof value === 'object' && !Array.isArray(value)) ? [] : [[name, value] as const];
  });
  const goesOn = depth < MAX_DEPTH;
  return {
    type: error.constructor.name,
    message,
    stack: toStack(error, message),
    ...Object.fromEntries(kept),
    ...(goesOn && error.cause instanceof Error && {cause: serializeError(error.cause, depth + 1)}),
    ...(goesOn &&
      error instanceof AggregateError && {errors: error.errors.map((one) => serializeError(one, depth + 1))}),
  };
}

/** The stack begins with the message, whose parameters may look like frames: so the message is taken out whole. */
function toStack({stack = '', message}: Error, clean: string): string {
  const at = message === '' ? -1 : stack.indexOf(message);
  if (at < 0) return withoutParameters(stack);
  return `${stack.slice(0, at)}${clean}${stack.slice(at + message.length)}`;
}

/** Without the parameters that a failed query's message ends with. */
export function withoutParameters(text: string): string {
  const at = text.indexOf('\nparams:');
  return at < 0 ? text : text.slice(0, at);
}
