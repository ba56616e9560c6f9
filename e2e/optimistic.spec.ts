import type {Page, Route} from '@playwright/test';
import {startPortal} from './support/portal.ts';
import {signIn} from './support/sign-in.ts';
import {expect, test} from './support/test.ts';

const API = '/api/openchoreo/api/v1';

test.describe('a change that the platform refuses', () => {
  test.use({expectedErrors: [/403|422/]});

  test('is shown at once, taken back, and the reason is said', async ({browser, page}) => {
    test.slow();
    // A portal of its own: the roles in it change.
    const portal = await startPortal();
    const adminContext = await browser.newContext();
    try {
      await signIn(page, portal.baseUrl, 'developer', '/catalog/components/cart?namespace=acme');
      await signIn(await adminContext.newPage(), portal.baseUrl, 'admin');
      const role = `${portal.baseUrl}${API}/clusterauthzroles/developer`;
      const held = holdNext(page, `**${API}/namespaces/acme/components/cart`, 'DELETE');

      await page.getByRole('button', {name: 'Delete'}).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('cart');
      await dialog.getByRole('button', {name: /delete/i}).click();
      const deletion = await held;
      await expect(page.getByText('Deletion was requested')).toBeVisible();
      await expect(page.getByRole('link', {name: 'Edit'})).toHaveCount(0);

      const current = (await (await adminContext.request.get(role)).json()) as {spec: {actions: string[]}};
      current.spec.actions = current.spec.actions.filter((action) => action !== 'component:delete');
      const changed = await adminContext.request.put(role, {headers: {origin: portal.baseUrl}, data: current});
      expect(changed.status()).toBe(200);
      await deletion.continue();

      await expect(page.getByText('Deletion was requested')).toHaveCount(0);
      await expect(page.getByRole('link', {name: 'Edit'})).toBeVisible();
      await expect(page.getByRole('alert').filter({hasText: /403|component:delete|permission/i})).toBeVisible();
      await expect(page).toHaveURL(/\/catalog\/components\/cart\?/);
    } finally {
      await adminContext.close();
      await page.close();
      await portal.stop();
    }
  });

  test('of a form is taken back in the heading, and nothing typed is lost', async ({open}) => {
    const page = await open('developer', '/catalog/components/cart/edit?namespace=acme');
    const held = holdNext(page, `**${API}/namespaces/acme/components/cart`, 'PUT');
    const heading = page.getByRole('heading', {level: 1});
    await expect(heading).toContainText('Cart');
    await page.getByLabel('Display name').fill('Basket');
    await page.getByRole('button', {name: 'Save'}).click();
    const saving = await held;
    await expect(heading).toContainText('Basket');
    // What arrives wants another type, which a component cannot change: the platform itself refuses it.
    const sent = saving.request().postDataJSON() as {spec: {componentType: {name: string}}};
    sent.spec.componentType.name = 'deployment/another';
    await saving.continue({postData: sent});
    await expect(heading).not.toContainText('Basket');
    await expect(page.getByLabel('Display name')).toHaveValue('Basket');
    await expect(page.getByRole('alert').first()).toBeVisible();
  });
});

/** Keeps the next request of the method on its way until the test lets it go on. */
function holdNext(page: Page, url: string, method: string): Promise<Route> {
  return new Promise((resolve) => {
    let isHeld = false;
    void page.route(url, async (route) => {
      if (isHeld || route.request().method() !== method) await route.continue();
      else resolve(route);
      isHeld ||= route.request().method() === method;
    });
  });
}
