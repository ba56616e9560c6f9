const KEY = 'portal-sidebar';

/** Whether the person chose the narrow sidebar; the page's first script has read it from the same place. */
export function isSidebarNarrow(): boolean {
  return document.documentElement.dataset['sidebar'] === 'narrow';
}

/** Kept in this browser: it is about this screen, not about the person. */
export function keepSidebarNarrow(narrow: boolean): void {
  const value = narrow ? 'narrow' : 'wide';
  document.documentElement.dataset['sidebar'] = value;
  try {
    localStorage.setItem(KEY, value);
  } catch (error) {
    // A browser that forbids storage forgets the choice with the tab; that is what its owner asked for.
    if (!(error instanceof DOMException)) throw error;
  }
}
