import type {Locator, Page} from '@playwright/test';

/** The number on the dashboard's card «Components». */
export function componentTotal(page: Page): Locator {
  return page.locator('p.total strong');
}

/** The sidebar's navigation; the breadcrumb is another one. */
export function mainNavigation(page: Page): Locator {
  return page.getByRole('navigation', {name: /^Navigation/});
}
