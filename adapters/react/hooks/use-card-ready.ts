import {useEffect, useInsertionEffect} from 'react';
import {usePortal} from '../portal-context.ts';

/**
 * Tells the dashboard that the card's data, its fault or its emptiness is on screen, once `isReady` is true. A card that
 * does not use this counts as ready when it is first drawn.
 */
export function useCardReady(isReady: boolean): void {
  const {element, claimReady} = usePortal('useCardReady()');
  useInsertionEffect(claimReady, [claimReady]);
  useEffect(() => {
    if (isReady) element.dispatchEvent(new CustomEvent('portal-card-ready', {bubbles: true, composed: true}));
  }, [element, isReady]);
}
