const YEAR = 31_536_000;

/** Whether the person chose the narrow sidebar: the gateway has written it into the page. */
export function isSidebarNarrow(): boolean {
  return document.documentElement.dataset['sidebar'] === 'narrow';
}

/** Kept in this browser, as a cookie: it is about this screen, not about the person, and the gateway draws it first. */
export function keepSidebarNarrow(narrow: boolean): void {
  const value = narrow ? 'narrow' : 'wide';
  document.documentElement.dataset['sidebar'] = value;
  document.cookie = `portal_sidebar=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}
