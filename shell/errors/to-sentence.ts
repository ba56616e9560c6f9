import {MESSAGES, type Messages} from '@openchoreo/portal-contract';
import {isPortalError} from './to-portal-error.ts';

/**
 * What went wrong, in the person's language: the catalogue's `error.<CODE>`, filled with the error's values. An error
 * that came without its values, or whose code has no message, says its own sentence; what is no error, a general one.
 */
export function toSentence(error: unknown, messages: Pick<Messages, 'text'>): string {
  if (!(error instanceof Error)) return messages.text('error.unexpected');
  if (!isPortalError(error) || error.values.length < MESSAGES[error.code].length) return error.message;
  const key = `error.${error.code}`;
  const sentence = messages.text(key, Object.fromEntries(error.values.entries()));
  return sentence === key ? error.message : sentence;
}
