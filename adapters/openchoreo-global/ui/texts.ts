import {useContext} from 'react';
import {ConsumerContext} from '../consumer-context.ts';

const TEXTS = {
  en: {close: 'Close'},
  de: {close: 'Schließen'},
} as const;

/** What the kit itself says, in the person's language: a consumer has no catalogue to say it in. */
export function useTexts(): (typeof TEXTS)[keyof typeof TEXTS] {
  const locale = useContext(ConsumerContext)?.locale() ?? 'en';
  return TEXTS[locale.startsWith('de') ? 'de' : 'en'];
}
