import {readFile} from 'node:fs/promises';
import type {Page} from '@playwright/test';
import {mainNavigation} from './support/places.ts';
import {expect, test} from './support/test.ts';

const isHeavy = (url: string): boolean => /\/m\/analytics\/.*heavy-chart|uplot/i.test(url);

/** Addresses of the module's files that the page asked for. */
function watchFiles(page: Page): readonly string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/m/analytics/')) files.push(request.url());
  });
  return files;
}

test('the chart and its library are fetched by the first chart that is shown, and by nothing before', async ({
  open,
}) => {
  const page = await open('developer', '/?namespace=acme');
  const files = watchFiles(page);
  await page.reload();
  await page.getByRole('link', {name: 'Reports'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Reports'})).toBeVisible();
  expect(files.filter(isHeavy)).toEqual([]);
  await page.getByRole('link', {name: /^Component growth/}).click();
  await expect(page.locator('canvas')).toBeVisible();
  expect(files.filter(isHeavy).length).toBe(1);
});

test('the dashboard fetches the card and its module when the card is looked at, and not before', async ({open}) => {
  const page = await open('developer', '/?namespace=acme');
  const files = watchFiles(page);
  await page.reload();
  const card = page.locator('section', {has: page.getByRole('heading', {name: 'Component growth'})});
  await expect(card).toHaveCount(1);
  await page.waitForTimeout(1500);
  expect(files.filter((file) => new URL(file).pathname.endsWith('.js'))).toEqual([]);
  await card.scrollIntoViewIfNeeded();
  await expect(card).toContainText(/of \d+ came in the last 90 days/);
  expect(files.filter(isHeavy)).toEqual([]);
});

test('figures are true: as many components as the platform has, today and over time', async ({portal, open}) => {
  const page = await open('developer', '/analytics?namespace=acme&range=all');
  const answer = await page.request.get(`${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/components?limit=100`);
  const {items} = (await answer.json()) as {items: {metadata: {creationTimestamp: string}}[]};
  await expect(page.locator('.tile strong').first()).toHaveText(String(items.length));
  await page.getByRole('button', {name: 'Table'}).click();
  const totals = await page.locator('tbody tr td:last-child').allInnerTexts();
  expect(Number(totals[0])).toBe(items.length);
  await page.getByRole('button', {name: '30 days'}).click();
  await expect(page).toHaveURL(/range=30d/);
  const since = new Date();
  since.setHours(0, 0, 0, 0);
  since.setDate(since.getDate() - 29);
  const recent = items.filter(({metadata}) => Date.parse(metadata.creationTimestamp) >= since.getTime());
  await expect(page.locator('.tile').first()).toContainText(`+${recent.length} in 30 days`);
});

test('the page of a project has a tab with its true figures; its code is fetched when it is opened, and its link opens it', async ({
  portal,
  open,
}) => {
  const page = await open('developer', '/?namespace=acme');
  const files = watchFiles(page);
  await page.goto(`${portal.baseUrl}/catalog/projects/storefront?namespace=acme`);
  const tab = page.getByRole('tab', {name: 'Analytics'});
  await expect(tab).toBeVisible();
  await expect(page.locator('components-analytics-widget strong')).toBeVisible();
  const isOfTab = (url: string): boolean => url.includes('object-tabs') || isHeavy(url);
  expect(files.filter(isOfTab)).toEqual([]);

  await tab.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tab=analytics\.figures/);
  const read = async (path: string): Promise<readonly {spec: {owner: {projectName: string}}}[]> => {
    const answer = await page.request.get(`${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/${path}`);
    return ((await answer.json()) as {items: {spec: {owner: {projectName: string}}}[]}).items;
  };
  const components = await read('components?project=storefront&limit=100');
  const bindings = (await read('releasebindings?limit=100')).filter(
    ({spec}) => spec.owner.projectName === 'storefront',
  );
  expect([components.length > 0, bindings.length > 0]).toEqual([true, true]);
  const panel = page.getByRole('tabpanel', {name: 'Analytics'});
  await expect(panel.locator('.tile strong').first()).toHaveText(String(components.length));
  await expect(panel.locator('.tile strong').last()).toHaveText(String(bindings.length));
  await expect(panel.locator('canvas')).toBeVisible();
  expect([files.some((file) => file.includes('object-tabs')), files.filter(isHeavy).length]).toEqual([true, 1]);

  await panel.getByRole('button', {name: '30 days'}).click();
  await expect(page).toHaveURL(/range=30d/);
  await page.goto(page.url());
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(panel.locator('.tile').first()).toContainText('in 30 days');
});

test('the page of a component has a tab with its releases; nothing of analytics is fetched before it is opened', async ({
  portal,
  open,
}) => {
  const page = await open('developer', '/?namespace=acme');
  const files = watchFiles(page);
  const {items} = (await (
    await page.request.get(`${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/components?project=storefront`)
  ).json()) as {items: {metadata: {name: string}}[]};
  const releasesOf = async (component: string): Promise<readonly unknown[]> => {
    const path = `/api/openchoreo/api/v1/namespaces/acme/componentreleases?component=${component}&limit=100`;
    return ((await (await page.request.get(portal.baseUrl + path)).json()) as {items: unknown[]}).items;
  };
  const counts = await Promise.all(
    items.map(async ({metadata}) => ({name: metadata.name, count: (await releasesOf(metadata.name)).length})),
  );
  const most = counts.toSorted((one, other) => other.count - one.count)[0]!;
  expect(most.count).toBeGreaterThan(1);

  await page.goto(`${portal.baseUrl}/catalog/components/${most.name}?namespace=acme`);
  const tab = page.getByRole('tab', {name: 'Analytics'});
  await expect(tab).toBeVisible();
  await expect(page.getByRole('heading', {name: 'Conditions'})).toBeVisible();
  expect(files.filter((file) => new URL(file).pathname.endsWith('.js'))).toEqual([]);
  await tab.click();
  const panel = page.getByRole('tabpanel', {name: 'Analytics'});
  await expect(panel.locator('.tile strong').first()).toHaveText(String(most.count));
  await expect(panel.locator('canvas')).toBeVisible();
  await expect(page).toHaveURL(/tab=analytics\.figures/);
});

test('a report with filters opens from its link, and its file says what the platform says', async ({portal, open}) => {
  const page = await open(
    'platform-engineer',
    '/analytics/reports/component-inventory?namespace=acme&type=deployment%2Fservice',
  );
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', {name: 'Export CSV'}).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^component-inventory_acme_\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8'))
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n');
  const names = lines.slice(1).map((line) => line.split(',')[1]);
  const answer = await page.request.get(`${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/components?limit=100`);
  const {items} = (await answer.json()) as {
    items: {metadata: {name: string; creationTimestamp: string}; spec: {componentType: {name: string}}}[];
  };
  const services = items.filter(({spec}) => spec.componentType.name === 'deployment/service');
  expect(names).toEqual(services.map(({metadata}) => metadata.name).sort());
  for (const {metadata} of services)
    expect(lines.find((line) => line.split(',')[1] === metadata.name)).toContain(
      new Date(metadata.creationTimestamp).toISOString(),
    );
});

test('who may not export sees why, and gets no file', async ({open}) => {
  const page = await open('developer', '/analytics/reports/component-inventory?namespace=acme');
  const exporting = page.getByRole('button', {name: 'Export CSV'});
  await expect(exporting).toHaveAttribute('aria-disabled', 'true');
  await expect(exporting).toHaveAccessibleDescription(/export:data/);
});

test('a bad report and bad filters are said or left out, and nothing breaks', async ({portal, open}) => {
  const page = await open('developer', '/analytics/reports/nothing-like-it?namespace=acme');
  await expect(page.getByRole('main')).toContainText('There is no such report');
  await page.goto(
    `${portal.baseUrl}/analytics/reports/component-growth?namespace=acme&range=forever&by=__proto__&page=-7`,
  );
  await expect(page.locator('canvas')).toBeVisible();
  await expect(page.getByRole('button', {name: '90 days'})).toHaveAttribute('aria-pressed', 'true');
});

test('settings have an effect, on the next page and in the next tab', async ({portal, open}) => {
  const page = await open('sre', '/analytics/settings?namespace=acme');
  await page.getByLabel('Time range').selectOption({label: '7 days'});
  await expect(page.getByText('Saved')).toBeVisible();
  await page.goto(`${portal.baseUrl}/analytics?namespace=acme`);
  await expect(page.getByRole('button', {name: '7 days'})).toHaveAttribute('aria-pressed', 'true');
});

test('the palette opens a report', async ({open}) => {
  const page = await open('developer', '/?namespace=acme');
  await expect(page.getByRole('button', {name: /Search/}).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', {name: /search|command/i}).fill('component growth');
  await page
    .getByRole('option', {name: /Component growth/})
    .first()
    .click();
  await expect(page).toHaveURL(/\/analytics\/reports\/component-growth/);
});

test.describe('when the file of the chart cannot be fetched', () => {
  test.use({expectedErrors: [/heavy-chart|ERR_FAILED|ERR_INTERNET/]});

  test('the numbers are in the table, and trying again brings the chart', async ({open}) => {
    const page = await open('developer', '/?namespace=acme');
    await page.route(/heavy-chart/, (route) => route.abort());
    await page.getByRole('link', {name: 'Analytics', exact: true}).click();
    await expect(page.getByText('The chart could not be loaded')).toBeVisible();
    await page.getByRole('button', {name: 'Table'}).click();
    await expect(page.locator('tbody tr').first()).toBeVisible();
    await page.getByRole('button', {name: 'Chart', exact: true}).click();
    await page.unroute(/heavy-chart/);
    await page.getByRole('button', {name: 'Try again'}).click();
    await expect(page.locator('canvas')).toBeVisible();
  });
});

test.describe('without the permission to see analytics', () => {
  test.use({expectedErrors: [/40[34]/]});

  test('there is no code, no card, no tab and no link, and a link says which permission is missing', async ({
    portal,
    open,
  }) => {
    const admin = await open('admin');
    const role = `${portal.baseUrl}/api/openchoreo/api/v1/clusterauthzroles/cluster-reader`;
    const before = (await (await admin.request.get(role)).json()) as {spec: {actions: string[]}};
    const change = async (actions: readonly string[]): Promise<void> => {
      const data = {...before, spec: {...before.spec, actions}};
      const answer = await admin.request.put(role, {headers: {origin: portal.baseUrl}, data});
      expect(answer.ok()).toBe(true);
    };
    const main = /\/m\/analytics\/0[.]1[.]0\//;
    const developer = await open('developer', '/analytics?namespace=acme');
    await expect(developer.locator('.tile').first()).toBeVisible();
    const code = await developer.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({name}) => name)
        .filter((name) => /\/m\/analytics\/.*[.]js/.test(name)),
    );
    expect(code.length).toBeGreaterThan(0);
    await change(before.spec.actions.filter((action) => action !== 'view:analytics'));
    try {
      const page = await open('viewer', '/?namespace=acme');
      const files = watchFiles(page);
      await page.reload();
      await expect(mainNavigation(page).getByRole('link', {name: 'Components'})).toBeVisible();
      await expect(mainNavigation(page).getByRole('link', {name: 'Analytics'})).toHaveCount(0);
      await page.goto(`${portal.baseUrl}/analytics?namespace=acme`);
      await expect(page.getByRole('main')).toContainText('view:analytics');
      expect(files.filter((file) => main.test(file))).toEqual([]);
      for (const file of code) expect((await page.request.get(file)).status()).toBe(404);
      await page.goto(`${portal.baseUrl}/catalog/projects/storefront?namespace=acme&tab=analytics.figures`);
      await expect(page.getByRole('tab', {name: 'Overview'})).toBeVisible();
      await expect(page.getByRole('tabpanel')).toContainText('There is no such tab here');
      await expect(page.getByRole('tab', {name: 'Analytics'})).toHaveCount(0);
      await expect(page.locator('components-analytics-widget')).toHaveCount(0);
      expect(files.filter((file) => main.test(file))).toEqual([]);
    } finally {
      await change(before.spec.actions);
    }
  });
});
