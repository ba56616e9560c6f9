import {signIn} from './support/sign-in.ts';
import {expect, test} from './support/test.ts';

test('a developer signs in and stands on the dashboard', async ({page}) => {
  await signIn(page, 'developer');
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect(page).toHaveTitle(/OpenChoreo/);
  await page.waitForFunction(() => performance.getEntriesByName('portal:ready').length > 0);
});

test.describe('a fault of the page fails its test', () => {
  test.fail();

  test('a console error', async ({page}) => {
    await signIn(page, 'developer');
    await page.evaluate(() => console.error('seeded'));
  });

  test('a violation of the security policy', async ({page}) => {
    await signIn(page, 'developer');
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.waitForTimeout(200);
  });

  test('an exception that nobody catches', async ({page}) => {
    await signIn(page, 'developer');
    await page.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('seeded');
        }),
    );
    await page.waitForTimeout(200);
  });
});

test.describe('a fault that a test allows', () => {
  test.use({allowedFaults: [/seeded/]});

  test('does not fail it', async ({page}) => {
    await signIn(page, 'developer');
    await page.evaluate(() => console.error('seeded'));
  });
});
