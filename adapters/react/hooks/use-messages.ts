import type {Messages} from '@openchoreo/portal-contract';
import {useEffect, useMemo, useReducer} from 'react';
import {usePortal} from '../portal-context.ts';

/** The module's catalogue; another object, which renders the component again, when the language changes. */
export function useMessages(): Messages {
  const {messages} = usePortal('useMessages()').host;
  const [changes, count] = useReducer((before: number) => before + 1, 0);
  useEffect(() => messages.onChange(count), [messages]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a new object for each language, though it reads the same host
  return useMemo(() => ({...messages}), [messages, changes]);
}
