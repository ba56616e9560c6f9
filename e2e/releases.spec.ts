import type {Locator, Page} from '@playwright/test';
import {expect, test} from './support/test.ts';

test('the dashboard says which builds fail and how components are, once it is scrolled there', async ({open}) => {
  const page = await open('developer', '/?namespace=acme&perspective=development');
  const card = (title: string): Locator =>
    page.locator('section', {has: page.getByRole('heading', {name: title, exact: true})});
  await expect(page.locator('portal-preview')).toHaveCount(0);
  await card('My components').scrollIntoViewIfNeeded();
  await expect(card('My components').getByRole('row').filter({hasText: 'Fraud'})).toContainText('Failed');
  await card('Recent deployments').scrollIntoViewIfNeeded();
  await expect(card('Recent deployments').getByRole('listitem')).toHaveCount(6);
  await card('Failing builds').scrollIntoViewIfNeeded();
  await card('Failing builds').getByRole('link').first().click();
  await expect(page.getByRole('heading', {name: 'Logs', exact: true})).toBeVisible();
});

test('a build shows its steps and logs as they come, and leaves a release that can be compared by its link', async ({
  open,
}) => {
  test.setTimeout(60_000);
  const page = await open('developer', '/catalog/components/catalog?namespace=acme&tab=components.builds');
  const onlooker = await open('viewer', '/catalog/components/catalog?namespace=acme&tab=components.builds');
  await expect(onlooker.getByRole('link', {name: 'catalog-a3c65c2'})).toBeVisible();
  await expect(onlooker.getByRole('button', {name: 'Build now'})).toHaveCount(0);
  await expect(rows(page, 'Builds').first()).toBeVisible();
  const before = await rows(page, 'Builds').count();
  await page.getByRole('button', {name: 'Build now'}).click();
  await expect(rows(onlooker, 'Builds')).toHaveCount(before + 1);
  const step = (name: string): Locator => page.locator('ol > li').filter({hasText: name});
  await rows(page, 'Builds').first().getByRole('link').click();
  await expect(step('checkout-source')).toContainText('Running');
  await expect(page.getByText('[1/5] resolving the base image')).toBeVisible({timeout: 15_000});
  await expect(step('generate-workload')).toContainText('Succeeded', {
    timeout: 30_000,
  });
  await expect(rows(onlooker, 'Builds').first()).toContainText('Succeeded');

  await page.getByRole('tab', {name: 'Releases'}).click();
  await expect(rows(page, 'Releases')).toHaveCount(4);
  await rows(page, 'Releases').first().getByRole('link').click();
  const change = page.getByRole('listitem').filter({hasText: 'container.image'});
  await expect(change).toContainText('Changed');
  const shared = await open('viewer', new URL(page.url()).pathname + new URL(page.url()).search);
  await expect(shared.getByRole('listitem').filter({hasText: 'container.image'})).toContainText('Changed');
});

function rows(page: Page, table: string): Locator {
  return page.getByRole('table', {name: table}).locator('tbody tr');
}
