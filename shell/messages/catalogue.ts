import {I18n} from '@lingui/core';
import type {CompiledMessages, Dispose, Logger, Messages} from '@openchoreo/portal-contract';
import {toSentence} from '../errors/to-sentence.ts';
import {createFormats} from './formats.ts';

export interface Catalogue extends Messages {
  /** Replaces the messages by those of another language and tells the listeners. */
  load(locale: string, messages: CompiledMessages): void;
}

/**
 * One catalogue, of the shell or of a module: what it says is said in one language at a time. The sentences for errors
 * are the shell's: a module's catalogue gets them as `errors`.
 */
export function createCatalogue(
  locale: string,
  messages: CompiledMessages,
  log: Pick<Logger, 'warn'>,
  errors?: Pick<Messages, 'error'>,
): Catalogue {
  const missing = (language: string, key: string): string => {
    log.warn(`The catalogue for '${language}' has no message '${key}'.`);
    return key;
  };
  const i18n = new I18n({locale, messages: {[locale]: toMessages(messages)}, missing});
  const listeners = new Set<() => void>();
  let formats = createFormats(locale);

  const text: Messages['text'] = (key, values) => i18n._(key, {...values});
  const has = (key: string): boolean => Object.hasOwn(i18n.messages, key);

  return {
    text,
    error: (error) => (errors ? errors.error(error) : toSentence(error, {text, has})),
    number: (value, options) => formats.number(value, options),
    date: (value, options) => formats.date(value, options),
    relative: (value) => formats.relative(value),
    onChange(listener): Dispose {
      const own = (): void => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    load(next, found) {
      i18n.loadAndActivate({locale: next, messages: toMessages(found)});
      formats = createFormats(next);
      for (const listener of [...listeners]) listener();
    },
  };
}

function toMessages(messages: CompiledMessages): Record<string, never> {
  return messages as Record<string, never>;
}
