import type {PortalClient} from '@openchoreo/portal-contract';
import {createContext} from 'react';

/** What the kit has to know of the consumer whose component it is part of. */
export interface ConsumerScope {
  readonly id: string;
  /** The person's language. */
  locale(): string;
  readonly request: PortalClient['request'];
  /** The element in the document that holds its dialogs and popovers; made when it is first asked for. */
  container(): HTMLElement;
}

export const ConsumerContext = createContext<ConsumerScope | undefined>(undefined);
