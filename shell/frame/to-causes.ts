import type {Messages} from '@openchoreo/portal-contract';

const DEEPEST = 5;

/** The error's sentence and those of what caused it, the outermost first. */
export function toCauses(error: unknown, messages: Pick<Messages, 'error'>): readonly string[] {
  const sentences: string[] = [];
  for (let cause = error; cause !== undefined && sentences.length < DEEPEST; cause = toCause(cause)) {
    sentences.push(toLine(cause, messages));
  }
  return sentences;
}

function toCause(error: unknown): unknown {
  return error instanceof Error ? error.cause : undefined;
}

function toLine(cause: unknown, messages: Pick<Messages, 'error'>): string {
  if (cause instanceof Error) return messages.error(cause);
  return typeof cause === 'string' ? cause : JSON.stringify(cause);
}
