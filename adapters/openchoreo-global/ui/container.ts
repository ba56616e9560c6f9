import {useContext} from 'react';
import {ConsumerContext} from '../consumer-context.ts';

/** Where dialogs and popovers of this consumer stand: an element of its own in the document, where its styles hold. */
export function useContainer(): HTMLElement | undefined {
  return useContext(ConsumerContext)?.container();
}
