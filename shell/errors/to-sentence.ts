import {MESSAGES, type Messages} from '@openchoreo/portal-contract';
import {isPortalError} from './to-portal-error.ts';

interface Sentences extends Pick<Messages, 'text'> {
  has(key: string): boolean;
}

/**
 * What went wrong, in the person's language: the catalogue's `error.<CODE>`, filled with the error's values. An error
 * that came without its values, or whose code has no message, says its own sentence, which is English; what is no
 * error, a general one.
 */
export function toSentence(error: unknown, messages: Sentences): string {
  if (!(error instanceof Error)) return messages.text('error.unexpected');
  if (!isPortalError(error) || error.values.length < MESSAGES[error.code].length) return error.message;
  const key = `error.${error.code}`;
  return messages.has(key) ? messages.text(key, Object.fromEntries(error.values.entries())) : error.message;
}
