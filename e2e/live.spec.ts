import type {Page} from '@playwright/test';
import {expect, test} from './support/test.ts';

const COMPONENTS = '/api/openchoreo/api/v1/namespaces/acme/components';

test('twenty tabs share one event stream, follow every change, and go on when the one that holds it closes', async ({
  portal,
  open,
}) => {
  test.setTimeout(180_000);
  const first = await open('developer', '/catalog/components?namespace=acme');
  const context = first.context();
  /** Tabs that opened a stream beside the first one's. */
  const opened: Page[] = [];
  context.on('request', (request) => {
    const page = request.url().includes('/api/portal/events') && request.frame().page();
    if (page && page !== first) opened.push(page);
  });
  await expect.poll(() => streams(first), {timeout: 15_000}).toBe(1);
  const pages = [first];
  while (pages.length < 20) {
    const page = await context.newPage();
    await page.goto(`${portal.baseUrl}/catalog/components?namespace=acme`);
    pages.push(page);
  }
  for (const page of pages) await expect(page.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();

  await create('tab-one');
  for (const page of pages) await expect(page.getByRole('link', {name: 'tab-one'})).toBeVisible({timeout: 15_000});
  expect(await streams(first)).toBe(1);
  expect(opened).toEqual([]);

  await first.close();
  const [, ...others] = pages;
  await expect.poll(() => opened.length, {timeout: 15_000}).toBe(1);
  await expect.poll(() => streams(others[0]!), {timeout: 15_000}).toBe(1);
  await create('tab-two');
  for (const page of others) await expect(page.getByRole('link', {name: 'tab-two'})).toBeVisible({timeout: 15_000});
  expect(opened.length).toBe(1);
  expect(await streams(others[0]!)).toBe(1);

  async function streams(page: Page): Promise<number> {
    const metrics = await (await page.request.get(`${portal.baseUrl}/metrics`)).text();
    return Number(/^portal_event_streams (\d+)$/m.exec(metrics)?.[1]);
  }

  async function create(name: string): Promise<void> {
    const page = pages.at(-1)!;
    const answer = await page.request.post(`${portal.baseUrl}${COMPONENTS}`, {
      headers: {origin: portal.baseUrl},
      data: {
        metadata: {name, namespace: 'acme'},
        spec: {
          owner: {projectName: 'storefront'},
          componentType: {kind: 'ClusterComponentType', name: 'deployment/service'},
        },
      },
    });
    expect(answer.status()).toBe(201);
  }
});

test('a page with fifty guarded buttons asks the platform once', async ({open}) => {
  const page = await open('developer', '/catalog/components/cart?namespace=acme');
  // A guarded link of the page itself: gates are defined, and the profile has answered.
  await expect(page.getByRole('link', {name: 'Edit'})).toBeVisible();
  const asked: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/authz/evaluates')) asked.push(request.postDataJSON());
  });
  const answered = page.waitForResponse((response) => response.url().includes('/authz/evaluates'));
  await page.evaluate(() => {
    const place = document.querySelector('portal-boundary')!;
    for (let index = 0; index < 50; index += 1) {
      const gate = document.createElement('portal-gated');
      // The profile does not settle it: only the platform knows about one single project.
      Object.assign(gate, {permission: 'project:delete', scope: {namespace: 'acme', project: `p${index}`}});
      gate.append(Object.assign(document.createElement('button'), {textContent: `Button ${index}`}));
      place.append(gate);
    }
  });
  await answered;
  await page.waitForTimeout(300);
  expect(asked.map((body) => (body as unknown[]).length)).toEqual([50]);
  await expect(page.getByRole('button', {name: /^Button/})).toHaveCount(0);
});

test('what a module keeps for a person is there after a reload, and other tabs follow', async ({portal, open}) => {
  const path = '/modules?perspective=platform-engineering';
  const page = await open('admin', path);
  const box = page.getByRole('checkbox', {name: 'Only with problems'});
  await expect(box).not.toBeChecked();
  const other = await page.context().newPage();
  await other.goto(`${portal.baseUrl}${path}`);
  await expect(other.getByRole('row', {name: /^Components/})).toBeVisible();
  const stranger = await open('admin', path);

  await box.check();
  await expect(other.getByText('Every module runs as it should')).toBeVisible({timeout: 10_000});
  // The same person in another browser.
  await expect(stranger.getByRole('checkbox', {name: 'Only with problems'})).toBeChecked({timeout: 10_000});
  await page.reload();
  await expect(box).toBeChecked();

  await box.uncheck();
  // Kept though the page goes away before its time has come.
  await page.goto(`${portal.baseUrl}/?namespace=acme`);
  await page.goto(`${portal.baseUrl}${path}`);
  await expect(page.getByRole('row', {name: /^Components/})).toBeVisible();
  await expect(box).not.toBeChecked();
});

test.describe('an address that is out of date', () => {
  test.use({expectedErrors: [/40[34]/]});

  test('what an address names and is not there is said, and can be left out', async ({open}) => {
    test.slow();
    const page = await open('developer', '/?namespace=nope');
    await expect(page.getByText('Namespace “nope” is not there, or you may not see it.')).toBeVisible({
      timeout: 15_000,
    });
    await page.getByRole('button', {name: 'Leave it out'}).click();
    // Where there is only one namespace, the dashboard takes that.
    await expect(page).toHaveURL(/[?&]namespace=(acme)?(&|$)/);
  });
});
