import type {Locator, Page} from '@playwright/test';

/** The number on the dashboard's card «Components», be it the server's drawing or the living card that takes its place. */
export function componentTotal(page: Page): Locator {
  return page.locator('p.total strong').filter({visible: true});
}

/** The sidebar's navigation; the breadcrumb is another one. */
export function mainNavigation(page: Page): Locator {
  return page.getByRole('navigation', {name: /^Navigation/});
}
