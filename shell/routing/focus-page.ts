/**
 * Moves focus to the page's first heading, also inside shadow roots, so that keyboard and screen reader go on where
 * the new content begins. Without a heading, the page itself gets it.
 */
export async function focusPage(page: HTMLElement): Promise<void> {
  await (page as HTMLElement & {updateComplete?: Promise<unknown>}).updateComplete;
  // The frame uncovers the outlet with its own next update.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  if (!page.isConnected) return;
  const target = findHeading(page) ?? page;
  if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
  target.focus({preventScroll: true});
}

function findHeading(root: Element | ShadowRoot): HTMLElement | undefined {
  const heading = root.querySelector<HTMLElement>('h1');
  if (heading) return heading;
  const own = root instanceof Element && root.shadowRoot ? findHeading(root.shadowRoot) : undefined;
  if (own) return own;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot ? findHeading(element.shadowRoot) : undefined;
    if (inside) return inside;
  }
  return undefined;
}
