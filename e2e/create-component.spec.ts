import {expect, test} from './support/test.ts';

test('a component is created from its source: built, deployed to the first environment, seen without a reload', async ({
  open,
}) => {
  const page = await open('developer', '/catalog/create-component?namespace=acme&project=payments');
  await page.getByLabel('Display name').fill('Loyalty points');
  await page.getByRole('radio', {name: /^Service/}).check();
  await page.getByRole('radio', {name: /^Source repository/}).check();
  await page.getByLabel('Build', {exact: true}).selectOption('Docker');
  await page.getByLabel('Repository URL').fill('https://git.example/acme/loyalty');
  await page.getByRole('button', {name: 'Create component'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Loyalty points'})).toBeVisible();
  const development = page.getByRole('listitem', {name: 'development', exact: true});
  await expect(development).toContainText('Not deployed');
  await expect(development).toContainText('Running', {timeout: 25_000});
});
