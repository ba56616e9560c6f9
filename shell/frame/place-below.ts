const GAP = 4;
const MARGIN = 8;

/** Puts an open popover below what opened it, inside the window. Through the CSSOM: style attributes are forbidden. */
export function placeBelow(anchor: Element, panel: HTMLElement): void {
  const {left, bottom} = anchor.getBoundingClientRect();
  const rightmost = document.documentElement.clientWidth - panel.offsetWidth - MARGIN;
  const top = bottom + GAP;
  panel.style.left = `${Math.max(MARGIN, Math.min(left, rightmost))}px`;
  panel.style.top = `${top}px`;
  panel.style.maxHeight = `${innerHeight - top - MARGIN}px`;
}
