/** Tells the dashboard that this card's data, its fault or its emptiness is on screen. More than once does no harm. */
export function announceReady(card: HTMLElement): void {
  card.dispatchEvent(new CustomEvent('portal-card-ready', {bubbles: true, composed: true}));
}
