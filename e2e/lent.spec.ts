// Where the module may not be had: `analytics.spec.ts`, «without the permission to see analytics».
import {expect, test} from './support/test.ts';

test('a page shows what another module lends it, with its texts and true figures', async ({open, portal}) => {
  const page = await open('developer', '/catalog/projects/storefront?namespace=acme');
  const answer = await page.request.get(
    `${portal.baseUrl}/api/openchoreo/api/v1/namespaces/acme/components?project=storefront&limit=100`,
  );
  const {items} = (await answer.json()) as {items: unknown[]};
  const figures = page.locator('components-analytics-widget');
  await expect(figures.locator('strong')).toHaveText(String(items.length));
  await expect(figures.getByRole('link', {name: 'Analytics'})).toBeVisible();
});
