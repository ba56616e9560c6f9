import {componentTotal, mainNavigation} from './support/places.ts';
import {expect, test} from './support/test.ts';

const NAME = 'gift-cards';

test.describe('a restart included', () => {
  // While the server is away the page says so on the console, too.
  test.use({
    expectedErrors: [/ERR_CONNECTION_RE(?:FUSED|SET)|status of 503|PortalError: The portal cannot be reached/],
  });

  test('a developer creates a component, and it is everywhere, also after a restart', async ({portal, open}) => {
    const page = await open('developer');
    await expect(page.getByRole('heading', {level: 1})).toContainText('Dana');
    const before = await componentCount();
    await expect(componentTotal(page)).toHaveText(String(before));

    await mainNavigation(page).getByRole('link', {name: 'Components'}).click();
    await page.getByRole('link', {name: 'New component'}).click();
    await page.getByRole('combobox', {name: 'Project', exact: true}).selectOption('payments');
    await page.getByLabel('Display name').fill('Gift cards');
    await expect(page.getByRole('textbox', {name: 'Name', exact: true})).toHaveValue(NAME);
    await page.getByRole('radio', {name: /^Service/}).check();
    await page.getByRole('textbox', {name: 'Container image'}).fill('registry.example/gift-cards:1.0.0');
    await page.getByRole('button', {name: 'Create component'}).click();
    await expect(page.getByRole('heading', {level: 1, name: 'Gift cards'})).toBeVisible();

    await mainNavigation(page).getByRole('link', {name: 'Components'}).click();
    await expect(page.getByRole('link', {name: 'Gift cards'})).toBeVisible();
    await mainNavigation(page).getByRole('link', {name: 'Dashboard'}).click();
    await expect(componentTotal(page)).toHaveText(String(before + 1));
    expect((await component()).status()).toBe(200);

    await portal.restart();
    expect((await component()).status()).toBe(200);
    await page.reload();
    await expect(componentTotal(page)).toHaveText(String(before + 1));

    async function component() {
      return page.request.get(`${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/components/${NAME}`);
    }

    async function componentCount(): Promise<number> {
      const answer = await page.request.get(
        `${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/components?limit=100`,
      );
      return ((await answer.json()) as {items: unknown[]}).items.length;
    }
  });
});

test('what is not saved is asked about before the page is left', async ({open}) => {
  const page = await open('developer', '/catalog/create-component?namespace=acme');
  await expect(mainNavigation(page).getByRole('link', {name: 'Components'})).toHaveAttribute('aria-current', 'page');
  await page.getByLabel('Display name').fill('Half typed');
  await mainNavigation(page).getByRole('link', {name: 'Projects'}).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', {name: 'Cancel'}).click();
  await expect(page.getByLabel('Display name')).toHaveValue('Half typed');
});

test('a component is edited, and deleted only after its name was typed', async ({portal, open}) => {
  const page = await open('developer', '/catalog/components/recommendations?namespace=acme');
  await page.getByRole('link', {name: 'Edit'}).click();
  await page.getByLabel('Display name').fill('Suggestions');
  await page.getByRole('button', {name: 'Save'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Suggestions'})).toBeVisible();

  await page.getByRole('button', {name: 'Delete'}).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', {name: /delete/i});
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill('recommendations');
  await confirm.click();
  await expect(page).toHaveURL(/\/catalog\/components\?/);
  await expect(page.getByRole('link', {name: 'Suggestions'})).toHaveCount(0);
  // What is deployed of it is taken away first.
  const url = `${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/components/recommendations`;
  await expect.poll(async () => (await page.request.get(url)).status()).toBe(404);
});

test.describe('with a name that is taken', () => {
  test.use({expectedErrors: [/409/]});

  test('it is said at its field, and nothing typed is lost', async ({open}) => {
    const page = await open('developer', '/catalog/create-component?namespace=acme');
    await page.getByRole('combobox', {name: 'Project', exact: true}).selectOption('storefront');
    await page.getByRole('textbox', {name: 'Name', exact: true}).fill('cart');
    await page.getByRole('radio', {name: /^Service/}).check();
    await page.getByRole('button', {name: 'Create component'}).click();
    await expect(page.getByRole('textbox', {name: 'Name', exact: true})).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByText(/taken|already exists/)).toBeVisible();
    await expect(page.getByRole('textbox', {name: 'Name', exact: true})).toHaveValue('cart');
  });
});
