import {mainNavigation} from './support/places.ts';
import {expect, test} from './support/test.ts';

const LOGS = '/observability/logs?namespace=acme';
const isReact = (url: string): boolean => /\/(react|m\/observability)[^?]*\.js/.test(new URL(url).pathname);

test('logs are read, filtered and linked; nothing of React is fetched before', async ({open}) => {
  const page = await open('developer', '/?namespace=acme');
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await page.reload();
  await expect(mainNavigation(page).getByRole('link', {name: 'Logs'})).toBeVisible();
  expect(files.filter(isReact)).toEqual([]);
  await mainNavigation(page).getByRole('link', {name: 'Logs'}).click();
  const rows = page.getByRole('row');
  await expect(rows.first()).toBeVisible();
  expect(files.filter(isReact).length).toBeGreaterThan(0);

  await page.getByRole('button', {name: 'Error', exact: true}).click();
  await expect(page).toHaveURL(/level=ERROR/);
  await expect(page.locator('.row:not(.error)')).toHaveCount(0);
  await page.getByRole('searchbox', {name: 'Search the lines'}).fill('exit code 1');
  await expect(page).toHaveURL(/q=exit/);
  await expect(page.locator('.row mark').first()).toHaveText('exit code 1');

  await page.evaluate(() => {
    const copied: string[] = [];
    Object.assign(window, {copied});
    navigator.clipboard.writeText = async (text) => void copied.push(text);
  });
  await rows.first().click();
  const time = await rows.first().locator('time').getAttribute('datetime');
  await page.getByRole('button', {name: 'Copy a link'}).click();
  const link = await page.evaluate(() => (window as unknown as {copied: string[]}).copied[0] ?? '');
  await page.goto(link);
  await expect(page.locator('.row.linked time')).toHaveAttribute('datetime', time ?? '');
  await expect(page.getByRole('button', {name: 'Newest lines'})).toBeVisible();
});

test('the tab of a component is React in a Lit page: what both need is asked for once', async ({open}) => {
  const page = await open('sre', '/?namespace=acme');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await mainNavigation(page).getByRole('link', {name: 'Components'}).click();
  await page.getByRole('link', {name: 'Catalogue', exact: true}).click();
  await page.getByRole('tab', {name: 'Logs'}).click();
  await expect(page.getByRole('row').first()).toContainText('catalog');
  expect(asked.filter((path) => path.endsWith('/components/catalog')).length).toBeLessThan(2);
  expect(asked.filter((path) => path.endsWith('/environments')).length).toBeLessThan(2);
});

test('who may not view logs is shown neither the page nor the way to it', async ({open}) => {
  const page = await open('viewer', LOGS);
  await expect(page.getByRole('main')).toContainText('logs:view');
  await expect(mainNavigation(page).getByRole('link', {name: 'Components'})).toBeVisible();
  await expect(mainNavigation(page).getByRole('link', {name: 'Logs'})).toHaveCount(0);
});
