import type {Page} from '@playwright/test';

/** The demo people of the embedded identity provider. */
export type Person = 'admin' | 'developer' | 'platform-engineer' | 'sre' | 'viewer';

/** Opens the path as the person would who follows a link: asked who they are first, then on the page they wanted. */
export async function signIn(page: Page, person: Person, path = '/'): Promise<void> {
  await page.goto(path);
  await page.locator(`button[name="person"][value="${person}"]`).click();
  await page.waitForURL((url) => url.pathname === new URL(path, url).pathname);
}
