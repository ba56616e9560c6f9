/** Holds the page as the server drew it, beside the page itself, which is hidden as long as this is there. */
const PREVIEW = ':scope > portal-preview';

/** Takes away what stood in place of the page; a page that the server drew stays until the browser's own is whole. */
export function clearSkeleton(outlet: HTMLElement): void {
  const preview = outlet.querySelector(PREVIEW);
  for (const child of [...outlet.childNodes]) if (child !== preview) child.remove();
}

/** Shows the page itself. Focus that was in the drawn page goes to the outlet. Does nothing when the server drew none. */
export function removePreview(outlet: HTMLElement): void {
  const preview = outlet.querySelector(PREVIEW);
  const hadFocus = preview?.contains(document.activeElement) ?? false;
  preview?.remove();
  if (hadFocus) outlet.focus({preventScroll: true});
}
