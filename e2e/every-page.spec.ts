import {AxeBuilder} from '@axe-core/playwright';
import {mainNavigation} from './support/places.ts';
import {expect, test} from './support/test.ts';

const DESKTOP = {width: 1440, height: 900};
const PHONE = {width: 390, height: 844};

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
  '/catalog/components/cart?namespace=acme&tab=observability.logs',
  '/observability/logs?namespace=acme&level=ERROR,WARN',
  '/settings',
  '/settings/components',
  '/modules?perspective=platform-engineering',
  '/modules/components?perspective=platform-engineering',
  '/no/such/page',
];

for (const [half, paths] of [PAGES.slice(0, PAGES.length / 2), PAGES.slice(PAGES.length / 2)].entries()) {
  test(`no page has an accessibility violation in either theme, or scrolls sideways on a phone (${half + 1} of 2)`, async ({
    open,
    portal,
  }) => {
    test.slow();
    const page = await open('admin');
    const faults: string[] = [];
    for (const path of paths) {
      await page.setViewportSize(DESKTOP);
      await page.goto(`${portal.baseUrl}${path}`);
      await expect(page.getByRole('heading', {level: 1}).first()).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        // Without motion no colour is on its way while it is looked at.
        await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
        const {violations} = await new AxeBuilder({page}).analyze();
        for (const {id, nodes} of violations)
          faults.push(...nodes.map(({target}) => `${path} (${colorScheme}): ${id} ${target.join(' ')}`));
      }
      await page.setViewportSize(PHONE);
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), {timeout: 1000})
        .toBeLessThanOrEqual(0)
        .catch(() => faults.push(`${path} scrolls sideways`));
    }
    expect(faults).toEqual([]);
  });
}

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
