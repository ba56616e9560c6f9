import type {Locator, Page} from '@playwright/test';
import {expect, test} from './support/test.ts';

test.describe('with a value that does not fit', () => {
  test.use({expectedErrors: [/422/]});

  test('a release is promoted where it asks for values first, and everybody sees it arrive without a reload', async ({
    open,
  }) => {
    const page = await open('developer', '/catalog/components/event-collector?namespace=acme');
    const onlooker = await open('viewer', '/catalog/components/event-collector?namespace=acme');
    await expect(stage(page, 'production')).toContainText('Not deployed');
    await stage(page, 'staging').getByRole('button', {name: 'Promote to Production'}).click();
    await stage(page, 'production').getByLabel('hostname').fill('no host name');
    await stage(page, 'production').getByRole('button', {name: 'Deploy with these values'}).click();
    await expect(page.getByText(/hostname: must match pattern/)).toBeVisible();
    await stage(page, 'production').getByLabel('hostname').fill('events.acme.example');
    await stage(page, 'production').getByRole('button', {name: 'Deploy with these values'}).click();
    for (const each of [page, onlooker]) {
      await expect(stage(each, 'production')).toContainText('Running', {timeout: 15_000});
    }
    await expect(stage(onlooker, 'production').getByRole('button')).toHaveCount(0);
  });
});

test('an image that does not start says why, and what to do', async ({open}) => {
  const page = await open('developer', '/catalog/components/fraud-scoring?namespace=acme');
  await expect(stage(page, 'development')).toContainText('Failed');
  await expect(stage(page, 'development')).toContainText('CrashLoopBackOff');
  await expect(stage(page, 'development')).toContainText('Deploy an image that starts');
});

test.describe('with a server that is killed in the middle', () => {
  // While it is away, pages say so on the console.
  test.use({expectedErrors: [/[^]*/]});

  test('a deployment is finished by the next one', async ({portal, open}) => {
    const page = await open('developer', '/catalog/components/settlement?namespace=acme');
    await stage(page, 'development').getByRole('button', {name: 'Restart'}).click();
    await expect(stage(page, 'development')).toContainText('Rolling out');
    await portal.restart('SIGKILL');
    await page.reload();
    await expect(stage(page, 'development')).toContainText('Running', {timeout: 20_000});
  });
});

function stage(page: Page, environment: string): Locator {
  return page.getByRole('listitem', {name: environment, exact: true});
}
