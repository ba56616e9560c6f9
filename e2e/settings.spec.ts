import {expect, test} from './support/test.ts';

test('a setting of a module acts at once in other open tabs, is kept, and goes back to its default', async ({open}) => {
  const page = await open('developer', '/settings/components?namespace=acme');
  const list = await page.context().newPage();
  await list.goto(new URL('/catalog/components?namespace=acme', page.url()).href);
  await expect(list.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  const rows = list.locator('tbody tr');
  const all = await rows.count();
  expect(all).toBeGreaterThan(5);
  const field = page.getByRole('spinbutton', {name: 'Rows per page'});
  await field.fill('3');
  await field.press('Tab');
  await expect(page.getByRole('alert')).toContainText('At least 5');
  await field.fill('5');
  await field.press('Tab');
  await expect(page.getByRole('status').filter({hasText: 'saved'})).toBeAttached();
  await expect(rows).toHaveCount(5);
  await page.reload();
  await expect(field).toHaveValue('5');
  await page.getByRole('button', {name: 'Reset to default: Rows per page'}).click();
  await expect(field).toHaveValue('25');
  await expect(rows).toHaveCount(all);
});

test('own preferences change the portal', async ({open}) => {
  const page = await open('sre', '/settings');
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByLabel('Language').selectOption('de');
  await expect(page.getByRole('heading', {level: 1, name: 'Einstellungen'})).toBeVisible();
  await page.getByLabel('Sprache').selectOption('en');
  await expect(page.getByRole('heading', {level: 1, name: 'Settings'})).toBeVisible();
  const singleKeys = page.getByRole('checkbox', {name: 'Single keys'});
  const kept = page.waitForResponse('**/api/portal/preferences');
  await singleKeys.uncheck();
  await kept;
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.reload();
  await expect(singleKeys).not.toBeChecked();
  await singleKeys.check();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/catalog\/components/);
});

test('tabs of a component have addresses of their own, work by keyboard, and load their code when opened', async ({
  open,
}) => {
  const page = await open('developer', '/catalog/components/cart?namespace=acme');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await expect(page.getByRole('tab', {name: 'Overview'})).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('tab', {name: 'Overview'}).focus();
  // From the first to the last, and back: others may stand between.
  await page.keyboard.press('End');
  while (!(await page.getByRole('tab', {name: 'Parameters'}).evaluate((tab) => tab.matches(':focus'))))
    await page.keyboard.press('ArrowLeft');
  expect(fetched.filter((path) => path.includes('components-tabs'))).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tab=components\.parameters/);
  await expect(page.getByRole('tabpanel').getByRole('heading', {name: 'Parameters'})).toBeVisible();
  expect(fetched.filter((path) => path.includes('components-tabs')).length).toBeGreaterThan(0);
  await page.goBack();
  await expect(page.getByRole('main').getByRole('heading', {name: 'About'})).toBeVisible();
  await page.goto(page.url() + '&tab=components.parameters');
  await expect(page.getByRole('tab', {name: 'Parameters'})).toHaveAttribute('aria-selected', 'true');
  await page.goto(page.url().replace('components.parameters', 'gone.tab'));
  await expect(page.getByRole('main')).toContainText('There is no such tab here');
});
