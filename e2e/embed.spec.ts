import type {Page} from '@playwright/test';
import {startEmbeddingSite, type EmbeddingSite} from './support/embedding-site.ts';
import {startOwnProvider} from './support/own-provider.ts';
import {startPortal, type Portal} from './support/portal.ts';
import {expect, test as base} from './support/test.ts';

/** The portal here lets one other site embed. */
const test = base.extend<object, {readonly site: EmbeddingSite; readonly portal: Portal}>({
  site: [
    async ({}, use) => {
      const site = await startEmbeddingSite();
      await use(site);
      await site.close();
    },
    {scope: 'worker'},
  ],
  portal: [
    async ({site}, use) => {
      const portal = await startPortal({env: {EMBED_ORIGINS: site.origin}});
      await use(portal);
      await portal.stop();
    },
    {scope: 'worker', timeout: 60_000},
  ],
});

const WIDGET = '<analytics-widget namespace="acme" project="storefront"></analytics-widget>';
const scriptOf = ({baseUrl}: Portal): string => `${baseUrl}/embed/analytics.js`;
const components = (page: Page) => page.locator('analytics-widget strong').first();

/** Signs in by the window that the element opens. */
async function signInByWindow(page: Page, person = 'developer'): Promise<void> {
  const opened = page.waitForEvent('popup');
  await page
    .getByRole('button', {name: /^(Sign in|Anmelden)$/})
    .first()
    .click();
  const popup = await opened;
  const choice = popup.getByRole('button', {name: new RegExp(`(^|\\b)${person}\\b`)});
  const go = popup.getByRole('button', {name: /^(Continue as|Weiter als)/});
  await expect(choice.or(go)).toBeVisible();
  if (await choice.isVisible()) await choice.click();
  await Promise.all([popup.waitForEvent('close'), go.click()]);
}

test('an element shows its figures in a page of another site, after one sign-in for all of them', async ({
  page,
  portal,
  site,
}) => {
  site.put('/', {
    portal: portal.baseUrl,
    lang: 'de',
    scripts: [scriptOf(portal)],
    body: `${WIDGET}<main>${WIDGET}</main>`,
  });
  await page.goto(`${site.origin}/`);
  await expect(page.getByText('Anmelden, um das zu sehen')).toHaveCount(2);
  await signInByWindow(page);
  await expect(components(page)).toHaveText(/^[1-9]\d*$/);
  await expect(page.locator('analytics-widget').nth(1).locator('strong')).toHaveText(/^[1-9]\d*$/);
  await expect(page.getByText('Komponenten').first()).toBeVisible();
  const link = await page.locator('analytics-widget a').first().getAttribute('href');
  expect(link).toContain(`${portal.baseUrl}/analytics?namespace=acme&project=storefront`);

  // The page is as it was: no global but those of libraries, no style sheet, no node outside of the elements.
  expect(await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length])).toEqual([0, 0]);
  expect(await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length)).toBe(0);

  const numbers = await components(page).textContent();
  await page
    .locator('analytics-widget')
    .first()
    .evaluate((element) => element.setAttribute('project', 'nowhere'));
  await expect(components(page)).toHaveText('0');
  await page
    .locator('analytics-widget')
    .first()
    .evaluate((element) => Object.assign(element, {project: 'storefront'}));
  await expect(components(page)).toHaveText(numbers ?? '');
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await expect(page.getByText('Components').first()).toBeVisible();
});

interface Declaration {
  readonly tagName: string;
  readonly description: string;
  readonly attributes: readonly {readonly name: string}[];
}

test('tools learn what there is to embed', async ({request, portal}) => {
  const answer = await request.get(`${portal.baseUrl}/embed/custom-elements.json`);
  const {modules} = (await answer.json()) as {modules: {declarations: Declaration[]}[]};
  const {tagName, description, attributes} = modules[0]!.declarations[0]!;
  expect([tagName, description]).toEqual(['analytics-widget', expect.stringMatching(/^[A-Z]/)]);
  expect(attributes.map(({name}) => name)).toEqual(['project', 'namespace', 'range', 'theme']);
  const types = await request.get(`${portal.baseUrl}/embed/analytics.d.ts`);
  expect(await types.text()).toContain("'analytics-widget': AnalyticsWidgetElement");
});

test('it comes and goes a thousand times, and nothing of it stays', async ({page, portal, site}) => {
  site.put('/leak', {portal: portal.baseUrl, scripts: [scriptOf(portal)], body: WIDGET});
  await page.goto(`${site.origin}/leak`);
  await signInByWindow(page);
  await expect(components(page)).toHaveText(/^[1-9]\d*$/);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const nodes = await page.evaluate(async () => {
    const widget = document.querySelector<HTMLElement>('analytics-widget')!;
    const count = (): number =>
      document.querySelectorAll('*').length + (widget.shadowRoot?.querySelectorAll('*').length ?? 0);
    const before = count();
    for (let round = 0; round < 1000; round += 1) {
      widget.remove();
      document.body.append(widget);
      if (round % 100 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    return [before, count()];
  });
  expect(nodes[1]).toBe(nodes[0]);
  await expect(components(page)).toHaveText(/^[1-9]\d*$/);
  expect(requests.length).toBeLessThan(3);
});

test('a React app uses it from npm, a Vue app by the script tag', async ({page, portal, site}) => {
  await Promise.all([site.putApp('react-app'), site.putApp('vue-app')]);
  const body = '<div id="root"></div>';
  site.put('/react', {portal: portal.baseUrl, scripts: ['/react-app.js'], body});
  site.put('/vue', {portal: portal.baseUrl, scripts: ['/vue-app.js', scriptOf(portal)], body});
  for (const [path, heading] of [
    ['/react', 'A React app'],
    ['/vue', 'A Vue app'],
  ] as const) {
    await page.goto(`${site.origin}${path}`);
    await expect(page.getByRole('heading', {name: heading})).toBeVisible();
    await signInByWindow(page);
    await expect(components(page)).toHaveText(/^[1-9]\d*$/);
    const before = (await components(page).textContent()) ?? '';
    await page.getByRole('button', {name: 'Payments'}).click();
    await expect(components(page)).not.toHaveText(before);
  }
  await page.goto(`${site.origin}/react`);
  await signInByWindow(page);
  await expect(components(page)).toHaveText(/^[1-9]\d*$/);
  for (const shown of [0, 1]) {
    await page.getByRole('button', {name: 'Toggle'}).click();
    await expect(page.locator('analytics-widget strong')).toHaveCount(shown);
  }
});

test('an app’s own token is taken: no window, no session, and nothing but for the audience that is named', async ({
  page,
  site,
}) => {
  test.slow(); // two portals, one after the other
  const provider = await startOwnProvider();
  const oidc = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client.id,
    OIDC_CLIENT_SECRET: provider.client.secret,
    EMBED_ORIGINS: site.origin,
  };
  const portal = await startPortal({env: {...oidc, EMBED_AUDIENCE: provider.audience}});
  try {
    const token = await provider.getToken('developer');
    const asked: string[] = [];
    await page.exposeFunction('getTokenOfApp', () => (asked.push('token'), token));
    await page.addInitScript(() => {
      const {getTokenOfApp: getToken} = globalThis as unknown as {getTokenOfApp: () => Promise<string>};
      document.addEventListener('DOMContentLoaded', () => {
        Object.assign(document.querySelector('analytics-widget')!, {getToken});
      });
    });
    const sent: string[] = [];
    page.on('request', (request) => {
      const {authorization} = request.headers();
      if (authorization !== undefined) sent.push(authorization);
    });
    site.put('/own', {portal: portal.baseUrl, scripts: [scriptOf(portal)], body: WIDGET});
    await page.goto(`${site.origin}/own`);
    await expect(components(page)).toHaveText(/^[1-9]\d*$/);
    await expect(page.getByRole('button', {name: 'Sign in'})).toHaveCount(0);
    expect([asked.length > 0, [...new Set(sent)]]).toEqual([true, [`Bearer ${token}`]]);
    expect(await page.context().cookies(portal.baseUrl)).toEqual([]);

    // The same token at a portal that expects another audience.
    const ask = (to: Portal): Promise<Response> =>
      fetch(`${to.baseUrl}/embed/session`, {
        method: 'POST',
        headers: {origin: site.origin, authorization: `Bearer ${token}`, 'content-type': 'application/json'},
        body: JSON.stringify({modules: ['analytics'], lang: 'en'}),
      });
    const taken = await ask(portal);
    const {user} = (await taken.json()) as {readonly user: {readonly id: string}};
    expect([taken.status, user.id]).toEqual([200, 'developer']);
    const stranger = await startPortal({env: {...oidc, EMBED_AUDIENCE: 'somebody-else'}});
    try {
      const refused = await ask(stranger);
      const {code} = (await refused.json()) as {readonly code: string};
      expect([refused.status, code]).toEqual([401, 'EMBED_TOKEN_REFUSED']);
    } finally {
      await stranger.stop();
    }
  } finally {
    await portal.stop();
    await provider.close();
  }
});

test.describe('what may not be shown', () => {
  test.use({expectedErrors: [/status of 401/]});

  test('is said in its place', async ({page, browser, portal, site}) => {
    site.put('/plain', {portal: portal.baseUrl, scripts: [scriptOf(portal)], body: WIDGET});
    await page.goto(`${site.origin}/plain`);
    await signInByWindow(page);
    await expect(components(page)).toHaveText(/^[1-9]\d*$/);

    // Signing out of the portal ends it here, too, at the next question.
    await page.request.post(`${portal.baseUrl}/auth/sign-out`, {headers: {origin: portal.baseUrl}, maxRedirects: 0});
    await page.locator('analytics-widget').evaluate((element) => element.setAttribute('namespace', 'elsewhere'));
    await expect(page.getByText('Sign in to see this')).toBeVisible();

    // The page brings a token, which is none.
    await page.locator('analytics-widget').evaluate((element) => Object.assign(element, {getToken: () => 'a.b.c'}));
    await expect(page.getByText('This part could not be shown')).toBeVisible();
    await expect(page.getByText('EMBED_TOKEN_REFUSED')).toBeVisible();

    // Another origin that nobody has allowed.
    const other = await startEmbeddingSite();
    const context = await browser.newContext();
    try {
      other.put('/', {portal: portal.baseUrl, scripts: [scriptOf(portal)], body: WIDGET});
      const foreign = await context.newPage();
      await foreign.goto(`${other.origin}/`);
      await expect(foreign.getByText('This page may not show parts of the portal')).toBeVisible();
      await expect(foreign.getByText(other.origin)).toBeVisible();
    } finally {
      await context.close();
      await other.close();
    }
  });
});
