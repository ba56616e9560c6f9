import {createServer, type RequestListener, type Server} from 'node:http';
import {once} from 'node:events';
import {freePort} from '../scripts/free-port.ts';
import {startPortal} from './support/portal.ts';
import {signIn} from './support/sign-in.ts';
import {componentTotal} from './support/places.ts';
import {expect, test} from './support/test.ts';

test('an unknown address has a page that says so', async ({open}) => {
  const page = await open('developer', '/no/such/page');
  await expect(page.getByRole('heading', {name: 'Page not found'})).toBeVisible();
  await page
    .getByRole('link', {name: /dashboard/i})
    .last()
    .click();
  await expect(componentTotal(page)).toBeVisible();
});

test.describe('with a session that ends in mid-work', () => {
  test.use({expectedErrors: [/401/]});

  test('the page stays, says what to do, and saves after signing in again', async ({open}) => {
    const page = await open('platform-engineer', '/catalog/create-project?namespace=acme');
    await page.getByLabel('Display name').fill('Loyalty');
    await page.context().clearCookies();
    await page.getByRole('button', {name: 'Create project'}).click();
    const again = page.getByRole('button', {name: 'Sign in again', exact: true});
    await expect(again).toBeVisible();
    await expect(page.getByLabel('Display name')).toHaveValue('Loyalty');

    const [popup] = await Promise.all([page.waitForEvent('popup'), again.click()]);
    await popup.getByRole('button', {name: /· platform-engineer/}).click();
    await expect(again).toHaveCount(0);
    const heading = page.getByRole('heading', {level: 1, name: 'Loyalty'});
    const create = page.getByRole('button', {name: 'Create project'});
    if (await create.isVisible()) await create.click();
    await expect(heading).toBeVisible();
  });
});

for (const [what, answer, code] of [
  ['is down', undefined, 'API_UNREACHABLE'],
  [
    'answers nonsense',
    (_, response) => void response.writeHead(200, {'content-type': 'text/html'}).end('<h1>Hi</h1>'),
    'API_INVALID_ANSWER',
  ],
] satisfies [string, RequestListener | undefined, string][]) {
  test.describe(`with a platform that ${what}`, () => {
    test.use({expectedErrors: [/50\d|PortalError/]});

    test('the page says so with its code, and the rest of the portal goes on', async ({page}) => {
      const platform = answer && (await listen(answer));
      const portal = await startPortal({
        env: {OPENCHOREO_API_URL: `http://127.0.0.1:${platform?.port ?? (await freePort())}`},
      });
      try {
        await signIn(page, portal.baseUrl, 'developer', '/catalog/components?namespace=acme');
        await expect(page.getByRole('main')).toContainText(code);
        await expect(page.getByRole('button', {name: /try again/i})).toBeVisible();
        await page.getByRole('button', {name: /Dana/}).click();
        await expect(page.getByRole('menuitem', {name: 'Sign out'})).toBeVisible();
      } finally {
        await page.close();
        await portal.stop();
        platform?.server.close();
      }
    });
  });
}

async function listen(answer: RequestListener): Promise<{port: number; server: Server}> {
  const port = await freePort();
  const server = createServer(answer).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {port, server};
}
