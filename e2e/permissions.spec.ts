import {mainNavigation} from './support/places.ts';
import {expect, test} from './support/test.ts';

test('a viewer is not offered what the gateway would refuse', async ({portal, open}) => {
  const page = await open('viewer', '/catalog/components?namespace=acme');
  await expect(page.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  await expect(page.getByRole('link', {name: 'New component'})).toHaveCount(0);
  const refused = await page.request.post(`${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/components`, {
    headers: {origin: portal.baseUrl},
    data: {
      metadata: {name: 'smuggled'},
      spec: {
        owner: {projectName: 'payments'},
        componentType: {kind: 'ClusterComponentType', name: 'deployment/service'},
      },
    },
  });
  expect([refused.status(), ((await refused.json()) as {code: string}).code]).toEqual([403, 'FORBIDDEN']);
});

test('a page that a person may not open says which permission it needs', async ({open}) => {
  const page = await open('viewer', '/catalog/create-component?namespace=acme');
  await expect(page.getByRole('main')).toContainText('component:create');
  await expect(page.getByLabel('Display name')).toHaveCount(0);
});

test('nobody but an operator sees or reaches the module manager', async ({portal, open}) => {
  const page = await open('developer', '/modules?perspective=platform-engineering');
  await expect(page.getByRole('main')).toContainText('portalmodule:view');
  await expect(mainNavigation(page).getByRole('link', {name: 'Modules'})).toHaveCount(0);
  expect((await page.request.get(`${portal.baseUrl}/api/portal/modules`)).status()).toBe(403);
  const refused = await page.request.put(`${portal.baseUrl}/api/portal/modules/components`, {
    headers: {origin: portal.baseUrl},
    data: {enabled: false},
  });
  expect(refused.status()).toBe(403);
});

test('without a session every page leads to sign-in and back to where one was going', async ({portal, page}) => {
  await page.goto(`${portal.baseUrl}/catalog/projects?namespace=acme`);
  await page.getByRole('button', {name: /· sre/}).click();
  await expect(page).toHaveURL(/\/catalog\/projects\?namespace=acme/);
  await expect(page.getByRole('heading', {level: 1, name: 'Projects'})).toBeVisible();
});

test('signing out ends the session on the server', async ({portal, open}) => {
  const page = await open('developer');
  const cookies = await page.context().cookies();
  await page.getByRole('button', {name: /Dana/}).click();
  await page.getByRole('menuitem', {name: 'Sign out'}).click();
  await expect(page).toHaveURL(/\/auth\/signed-out/);
  await page.context().addCookies(cookies);
  expect((await page.request.get(`${portal.baseUrl}/api/portal/session`)).status()).toBe(401);
});
