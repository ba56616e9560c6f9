import {componentTotal, mainNavigation} from './support/places.ts';
import {expect, test} from './support/test.ts';

test('a module that is switched off is gone at once from other open tabs, and back at once', async ({open}) => {
  const developer = await open('developer');
  const elsewhere = await open('developer', '/catalog/components?namespace=acme');
  const admin = await open('admin', '/modules?perspective=platform-engineering');
  const navigation = mainNavigation(developer);
  await expect(navigation.getByRole('link', {name: 'Components'})).toBeVisible();
  await navigation.getByRole('link', {name: 'Components'}).click();
  await expect(developer.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  await developer.goBack();
  await expect(componentTotal(developer)).toBeVisible();
  await expect(elsewhere.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  await developer.evaluate(() => Object.assign(globalThis, {notReloaded: true}));

  const toggle = admin.getByRole('row', {name: /^Components/}).locator('sl-switch');
  await toggle.click();
  await expect(navigation.getByRole('link', {name: 'Components'})).toHaveCount(0);
  await expect(componentTotal(developer)).toHaveCount(0);
  await expect(elsewhere.getByRole('main')).toContainText(/switched off/i);
  await developer.goForward();
  await expect(developer.getByRole('main')).toContainText(/switched off/i);
  expect(await developer.evaluate(() => 'notReloaded' in globalThis)).toBe(true);

  await toggle.click();
  await expect(navigation.getByRole('link', {name: 'Components'})).toBeVisible();
  await expect(elsewhere.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  await expect(developer.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  expect(await developer.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
});

test('the module manager says of each module what it adds and why it is shown', async ({open}) => {
  const page = await open('admin', '/modules/components?perspective=platform-engineering');
  await expect(page.getByRole('heading', {level: 1, name: 'Components'})).toBeVisible();
  const main = page.getByRole('main');
  for (const text of ['/catalog/components', 'component:create', 'dashboard.cards', 'Its manifest is valid.']) {
    await expect(main).toContainText(text);
  }
});

test('code of a module is fetched when one of its pages is opened, not before', async ({open}) => {
  const page = await open('admin');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await mainNavigation(page).getByRole('link', {name: 'Components'}).click();
  await expect(page.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  expect(fetched.some((path) => path.startsWith('/m/components/'))).toBe(true);
  expect(fetched.filter((path) => /^\/m\/module-manager\/.*[.]js$/.test(path))).toEqual([]);
});
