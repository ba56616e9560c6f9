import type {Messages} from '@openchoreo/portal-contract';
import {useMemo} from 'react';
import {useMessages} from './use-messages.ts';

/** The function that gives the message of a key, in the user's language: `text('rows', {count: 3})`. */
export function useText(): Messages['text'] {
  const messages = useMessages();
  return useMemo(() => (key, values) => messages.text(key, values), [messages]);
}
