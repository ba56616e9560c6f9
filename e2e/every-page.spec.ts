import {AxeBuilder} from '@axe-core/playwright';
import {mainNavigation} from './support/places.ts';
import {expect, test} from './support/test.ts';

const PAGES = [
  '/?namespace=acme',
  '/?namespace=acme&perspective=platform-engineering',
  '/catalog/components?namespace=acme',
  '/catalog/components/cart?namespace=acme',
  '/catalog/components/cart/edit?namespace=acme',
  '/catalog/create-component?namespace=acme',
  '/catalog/projects?namespace=acme',
  '/catalog/projects/storefront?namespace=acme',
  '/catalog/create-project?namespace=acme',
  '/analytics?namespace=acme',
  '/analytics/reports?namespace=acme',
  '/analytics/reports/component-growth?namespace=acme&by=project',
  '/analytics/settings?namespace=acme',
  '/catalog/components/cart?namespace=acme&tab=components.parameters',
  '/settings',
  '/settings/components',
  '/modules?perspective=platform-engineering',
  '/modules/components?perspective=platform-engineering',
  '/no/such/page',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({contextOptions: {colorScheme}});

    test('no page has an accessibility violation', async ({open, portal}) => {
      test.slow();
      const page = await open('admin');
      const found: Record<string, string[]> = {};
      for (const path of PAGES) {
        await page.goto(`${portal.baseUrl}${path}`);
        await expect(page.getByRole('heading', {level: 1}).first()).toBeVisible();
        const {violations} = await new AxeBuilder({page}).analyze();
        const lines = violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id} ${target.join(' ')}`));
        if (lines.length > 0) found[path] = lines;
      }
      expect(found).toEqual({});
    });
  });
}

test.describe('at phone width', () => {
  test.use({contextOptions: {viewport: {width: 390, height: 844}}});

  test('no page scrolls sideways', async ({open, portal}) => {
    const page = await open('admin');
    const wide: string[] = [];
    for (const path of PAGES) {
      await page.goto(`${portal.baseUrl}${path}`);
      await expect(page.getByRole('heading', {level: 1}).first()).toBeVisible();
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(path);
    }
    expect(wide).toEqual([]);
  });
});

test('the portal speaks German from the first page to the last toast', async ({open}) => {
  const page = await open('viewer', '/catalog/components?namespace=acme');
  await page.getByRole('button', {name: /Vera/}).click();
  await page.getByRole('menuitemradio', {name: 'Deutsch'}).click();
  await expect(mainNavigation(page).getByRole('link', {name: 'Komponenten'})).toBeVisible();
  await expect(page.getByRole('heading', {level: 1, name: 'Komponenten'})).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', {level: 1, name: 'Komponenten'})).toBeVisible();
  // And English again, for the tests after this one.
  await page.getByRole('button', {name: /Vera/}).click();
  await page.getByRole('menuitemradio', {name: 'English'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Components'})).toBeVisible();
});
