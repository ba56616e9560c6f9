/**
 * Gives the focus back to what opened a popover, when it is inside and the popover is about to close. Engines do that by
 * themselves only for popovers outside shadow roots. Focus that a click has moved elsewhere stays there.
 */
export function returnFocus(panel: HTMLElement, trigger: HTMLElement): void {
  const {activeElement} = panel.getRootNode() as Document | ShadowRoot;
  if (panel.contains(activeElement)) trigger.focus();
}
