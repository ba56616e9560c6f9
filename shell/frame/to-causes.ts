const DEEPEST = 5;

/** The error's sentence and those of what caused it, the outermost first. */
export function toCauses(error: unknown): readonly string[] {
  const sentences: string[] = [];
  for (let cause = error; cause !== undefined && sentences.length < DEEPEST; cause = toCause(cause)) {
    sentences.push(toSentence(cause));
  }
  return sentences;
}

function toCause(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function toSentence(cause: unknown): string {
  if (cause instanceof Error) return cause.message;
  return typeof cause === 'string' ? cause : JSON.stringify(cause);
}
