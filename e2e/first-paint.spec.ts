import {expect, test} from './support/test.ts';
import {signedInState} from './support/sign-in.ts';

test.describe('the dashboard as the server draws it', () => {
  test('shows true numbers before any script runs, with links that work', async ({browser, portal}) => {
    const storageState = await signedInState(browser, portal.baseUrl, 'developer');
    const context = await browser.newContext({storageState, javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(portal.baseUrl);
    const answer = await context.request.get(
      `${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/components?limit=100`,
    );
    const {items} = (await answer.json()) as {items: unknown[]};
    const card = page.locator('section', {has: page.getByRole('heading', {name: 'Components', exact: true})});
    await expect(card.locator('.total strong')).toHaveText(String(items.length));
    await expect(page.getByRole('link', {name: /Running|Ready/}).first()).toHaveAttribute(
      'href',
      /catalog\/components/,
    );
    // The page says itself that nothing is missing in it.
    expect(await (await context.request.get(portal.baseUrl, {headers: {accept: 'text/html'}})).text()).toContain(
      "mark('portal:ready')",
    );
    await context.close();
  });

  test('gives way to the living page, which stands in the same place', async ({open, portal}) => {
    const page = await open('developer', '/');
    await page.waitForFunction(() => performance.getEntriesByName('portal:ready').length > 0);
    await page.addInitScript(() => {
      const shift = {value: 0};
      Object.assign(globalThis, {shift});
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shift.value += (entry as PerformanceEntry & {value: number}).value;
      }).observe({type: 'layout-shift', buffered: true});
    });
    await page.goto(portal.baseUrl);
    await expect(page.locator('portal-preview')).toHaveCount(0);
    await expect(page.locator('dashboard-dashboard-page').getByRole('heading', {level: 1})).toBeVisible();
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => (globalThis as unknown as {shift: {value: number}}).shift.value)).toBeLessThan(
      0.01,
    );
  });
});

test('the first load of the dashboard is as small as promised, with all that comes when the browser is idle', async ({
  open,
  portal,
}) => {
  const page = await open('developer', '/');
  // What the sign-in still fetches is none of it.
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  const addresses: string[] = [];
  session.on('Network.responseReceived', ({response}) => addresses.push(response.url));
  session.on('Network.loadingFinished', ({encodedDataLength}) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', {cacheDisabled: true});
  await page.goto(portal.baseUrl);
  await page.waitForTimeout(3000);
  expect(addresses.length, addresses.join('\n')).toBeLessThanOrEqual(12);
  expect(bytes).toBeLessThanOrEqual(100_000);
});
