import type {Browser, Page} from '@playwright/test';

export type Person = 'admin' | 'platform-engineer' | 'developer' | 'sre' | 'viewer';

/** Opens the path as nobody, chooses the person on the sign-in page, and is back on the path, signed in. */
export async function signIn(page: Page, baseUrl: string, person: Person, path = '/'): Promise<void> {
  await page.goto(`${baseUrl}${path}`);
  await page.getByRole('button', {name: new RegExp(`(^|\\b)${person}\\b`)}).click();
  await page.waitForURL((url) => url.origin === baseUrl && !url.pathname.startsWith('/idp'));
}

/** Cookies of a signed-in person, for contexts that start signed in. */
export async function signedInState(browser: Browser, baseUrl: string, person: Person): Promise<StorageState> {
  const context = await browser.newContext();
  try {
    await signIn(await context.newPage(), baseUrl, person);
    return await context.storageState();
  } finally {
    await context.close();
  }
}

type StorageState = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;
