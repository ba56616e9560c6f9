import type {Page} from '@playwright/test';
import {mainNavigation} from './support/places.ts';
import {expect, test} from './support/test.ts';

/** Files of modules the page asks for from now on, without their version and hash. */
function followModuleFiles(page: Page): readonly string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const [, file] = /\/m\/([^?]+[.]js)/.exec(request.url()) ?? [];
    if (file !== undefined) files.push(file.replace(/\/[^/]+\//, '/').replace(/-[\w-]{8}[.]js$/, ''));
  });
  return files;
}

test('a page that the person may not open is refused before any of its code or data is fetched', async ({open}) => {
  const page = await open('viewer', '/catalog/components?namespace=acme');
  await expect(page.getByRole('heading', {level: 1, name: 'Components'})).toBeVisible();
  const files = followModuleFiles(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  // By address, as a link from elsewhere is opened: what the first answer brings along counts, too.
  await page.goto(page.url().replace('/catalog/components', '/catalog/create-component'));
  await expect(page.getByRole('main')).toContainText('component:create');
  expect(files.filter((file) => file.startsWith('components/'))).toEqual([]);
  expect(asked.filter((path) => /projects|componenttypes/.test(path))).toEqual([]);
  const html = await (await page.request.get(page.url())).text();
  expect(html).not.toMatch(/href="[^"]*component-create-page/);
  expect(html).not.toMatch(/"openchoreo","(projects|componenttypes)"/);
});

test('a page of the other perspective says so, fetches nothing, and offers the switch', async ({open}) => {
  const page = await open('admin', '/catalog/components?namespace=acme&perspective=development');
  await expect(page.getByRole('heading', {level: 1, name: 'Components'})).toBeVisible();
  const files = followModuleFiles(page);
  await page.goto(page.url().replace('/catalog/components', '/modules'));
  const main = page.getByRole('main');
  await expect(main.getByRole('button', {name: 'Switch to Platform'})).toBeVisible();
  // Its manifest is data that every tab reads when it has time.
  expect(files.filter((file) => /^module-manager\/(?!manifest)/.test(file))).toEqual([]);
  await main.getByRole('button', {name: 'Switch to Platform'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Modules'})).toBeVisible();
  await expect(page).toHaveURL(/\/modules\?.*perspective=platform-engineering/);
});

test('switching the perspective keeps a page that both have, and leaves one that only one has', async ({open}) => {
  const page = await open('admin', '/catalog/components?namespace=acme&q=cart&perspective=development');
  await expect(page.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  await page.getByRole('radio', {name: 'Platform'}).check();
  await expect(page).toHaveURL(/\/catalog\/components\?.*perspective=platform-engineering/);
  expect(new URL(page.url()).searchParams.get('q')).toBe('cart');
  await mainNavigation(page).getByRole('link', {name: 'Modules'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Modules'})).toBeVisible();
  await page.getByRole('radio', {name: 'Development'}).check();
  await expect(page).toHaveURL(/\/\?.*perspective=development/);
});

test('a link opens in another tab where the person asks for one, and that tab shows the same', async ({open}) => {
  const page = await open('developer', '/catalog/components?namespace=acme');
  const link = page.getByRole('link', {name: 'Cart', exact: true});
  await expect(link).toBeVisible();
  const opened = page.context().waitForEvent('page');
  await link.click({modifiers: ['ControlOrMeta']});
  const other = await opened;
  await expect(other.getByRole('heading', {level: 1, name: 'Cart'})).toBeVisible();
  expect(new URL(other.url()).searchParams.get('namespace')).toBe('acme');
  expect(new URL(page.url()).pathname).toBe('/catalog/components');
});
