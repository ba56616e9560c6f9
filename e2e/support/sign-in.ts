import type {Browser, BrowserContext, BrowserContextOptions, Page} from '@playwright/test';

export type Person = 'admin' | 'platform-engineer' | 'developer' | 'sre' | 'viewer';

/** Opens the path as nobody, chooses the person on the sign-in page, and is back on the path, signed in. */
export async function signIn(page: Page, baseUrl: string, person: Person, path = '/'): Promise<void> {
  await page.goto(`${baseUrl}${path}`);
  await choosePerson(page, baseUrl, person);
}

/**
 * Opens the path signed in as the person: with the cookies of an earlier page of theirs, where their session is still
 * good, else by signing in, whose cookies are then kept.
 */
export async function openSignedIn(
  browser: Browser,
  baseUrl: string,
  person: Person,
  path: string,
  kept: Map<Person, StorageState>,
  options: BrowserContextOptions | undefined,
  onContext: (context: BrowserContext) => void,
): Promise<Page> {
  const storageState = kept.get(person);
  const context = await browser.newContext({...options, ...(storageState && {storageState})});
  onContext(context);
  const page = await context.newPage();
  await page.goto(`${baseUrl}${path}`);
  if (isSignIn(new URL(page.url()))) {
    await choosePerson(page, baseUrl, person);
    kept.set(person, await context.storageState());
  }
  return page;
}

async function choosePerson(page: Page, baseUrl: string, person: Person): Promise<void> {
  await page.getByRole('button', {name: new RegExp(`(^|\\b)${person}\\b`)}).click();
  await page.waitForURL((url) => url.origin === baseUrl && !isSignIn(url));
}

function isSignIn({pathname}: URL): boolean {
  return pathname.startsWith('/idp');
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

export type StorageState = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;
