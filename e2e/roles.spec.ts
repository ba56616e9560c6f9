import type {APIRequestContext, Page} from '@playwright/test';
import {mainNavigation} from './support/places.ts';
import type {Portal} from './support/portal.ts';
import {expect, test} from './support/test.ts';

const API = '/api/openchoreo/api/v1';

/** Gives the developers one more role with these actions; the answer takes it away again. */
async function grant(
  portal: Portal,
  request: APIRequestContext,
  actions: readonly string[],
): Promise<() => Promise<void>> {
  const headers = {origin: portal.baseUrl};
  const send = async (method: string, path: string, data?: unknown): Promise<void> => {
    const answer = await request.fetch(`${portal.baseUrl}${API}${path}`, {method, headers, ...(data ? {data} : {})});
    expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true);
  };
  await send('POST', '/clusterauthzroles', {metadata: {name: 'more'}, spec: {actions}});
  await send('POST', '/clusterauthzrolebindings', {
    metadata: {name: 'developers-more'},
    spec: {
      entitlement: {claim: 'groups', value: 'developers'},
      roleMappings: [{roleRef: {kind: 'ClusterAuthzRole', name: 'more'}}],
    },
  });
  return async () => {
    await send('DELETE', '/clusterauthzrolebindings/developers-more');
    await send('DELETE', '/clusterauthzroles/more');
  };
}

/** Until as many tabs hear what changes. */
async function untilHeard(portal: Portal, page: Page, streams: number): Promise<void> {
  await expect(async () => {
    const metrics = await (await page.request.get(`${portal.baseUrl}/metrics`)).text();
    expect(metrics).toContain(`portal_event_streams ${streams}\n`);
  }).toPass();
}

test.describe('while a module that was given may still be starting', () => {
  // It is taken away again at once: what its files and its store answer then is 404, as it should be.
  test.use({expectedErrors: [/\/module-manager(\/|$)|^\[module-manager\] Failed/]});

  test('an open tab follows a change of roles within two seconds, without being loaded again', async ({
    portal,
    open,
  }) => {
    const admin = await open('admin');
    const page = await open('developer', '/catalog/projects?namespace=acme&perspective=platform-engineering');
    const create = page.getByRole('link', {name: 'New project'});
    const modules = mainNavigation(page).getByRole('link', {name: 'Modules'});
    await expect(page.getByRole('heading', {level: 1, name: 'Projects'})).toBeVisible();
    await untilHeard(portal, page, 2);
    await page.evaluate(() => Object.assign(window, {isSamePage: true}));
    await expect(create).toHaveCount(0);
    await expect(modules).toHaveCount(0);

    const takeAway = await grant(portal, admin.request, ['project:create', 'portalmodule:view']);
    await expect(create).toBeVisible({timeout: 2000});
    await expect(modules).toBeVisible({timeout: 2000});

    await takeAway();
    await expect(create).toHaveCount(0, {timeout: 2000});
    await expect(modules).toHaveCount(0, {timeout: 2000});
    expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
  });
});

test('a page whose permission is taken away closes, and opens again with it', async ({portal, open}) => {
  const admin = await open('admin');
  const takeAway = await grant(portal, admin.request, ['portalmodule:view']);
  const page = await open('developer', '/modules?perspective=platform-engineering');
  await expect(page.getByRole('heading', {level: 1, name: 'Modules'})).toBeVisible();
  await untilHeard(portal, page, 2);
  await takeAway();
  await expect(page.getByRole('main')).toContainText('portalmodule:view', {timeout: 2000});
});

test('an operator looks at the portal as a role, in all tabs, and comes back', async ({portal, open}) => {
  const page = await open('admin', '/catalog/projects?namespace=acme&perspective=platform-engineering');
  const second = await page.context().newPage();
  await second.goto(`${portal.baseUrl}/modules?perspective=platform-engineering`);
  await expect(second.getByRole('heading', {level: 1, name: 'Modules'})).toBeVisible();
  await untilHeard(portal, page, 1);

  await page.bringToFront();
  await page.getByRole('button', {name: /Account of Ada/}).click();
  await page.getByRole('menuitem', {name: 'View as role …'}).click();
  const dialog = page.getByRole('dialog', {name: 'View the portal as a role'});
  await dialog.getByRole('radio', {name: /^developer/}).check();
  await dialog.getByRole('button', {name: 'View'}).click();

  for (const tab of [page, second]) {
    await expect(tab.getByText('You see the portal as the role “developer”.')).toBeVisible();
    await expect(mainNavigation(tab).getByRole('link', {name: 'Modules'})).toHaveCount(0);
  }
  await expect(page.getByRole('link', {name: 'New project'})).toHaveCount(0);
  await expect(second.getByRole('main')).toContainText('portalmodule:view');
  const refused = await page.request.post(`${portal.baseUrl}${API}/namespaces/acme/projects`, {
    headers: {origin: portal.baseUrl},
    data: {metadata: {name: 'smuggled'}},
  });
  expect([refused.status(), ((await refused.json()) as {code: string}).code]).toEqual([403, 'VIEW_AS_READ_ONLY']);

  await page.reload();
  await expect(page.getByText('You see the portal as the role “developer”.')).toBeVisible();
  await second.bringToFront();
  await second.getByRole('button', {name: 'Stop viewing'}).click();
  for (const tab of [page, second]) {
    await expect(tab.getByText('You see the portal as the role')).toHaveCount(0);
    await expect(mainNavigation(tab).getByRole('link', {name: 'Modules'})).toBeVisible();
  }
  await expect(page.getByRole('link', {name: 'New project'})).toBeVisible();
});
