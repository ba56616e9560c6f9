import {expect, test} from './support/test.ts';

interface Explained {
  readonly outcome: string;
  readonly checks: readonly {readonly check: string; readonly passed: boolean}[];
}

// Whoever may not see the portal's modules is answered from what the tab knows.
test.use({expectedErrors: [/403 .*\/api\/portal\/modules/]});

test('the console explains pages, cards and modules to whoever asks, and names what is near', async ({open}) => {
  const admin = await open('admin', '/catalog/components?namespace=acme&perspective=development');
  await expect(admin.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  const explain = (page: typeof admin, query: string): Promise<Explained | undefined> =>
    page.evaluate((asked) => (globalThis as unknown as {portal: {explain(query: string): Promise<Explained>}}).portal.explain(asked), query); // prettier-ignore
  const asked = [
    'components',
    '/catalog/components/cart',
    '/modules',
    'components/dashboard.cards/recent',
    'compnents',
  ];
  const outcomes = [];
  for (const query of asked) outcomes.push((await explain(admin, query))?.outcome);
  expect(outcomes).toEqual(['shown', 'shown', 'hidden', 'shown', undefined]);
  const whole = await explain(admin, 'components');
  expect(whole?.checks.map(({check}) => check)).toEqual([
    'source',
    'manifest',
    'compatibility',
    'enabled',
    'dependency',
    'perspective',
    'permission',
    'load',
  ]);
  const viewer = await open('viewer', '/catalog/components?namespace=acme');
  await expect(viewer.getByRole('link', {name: 'Cart', exact: true})).toBeVisible();
  expect((await explain(viewer, '/catalog/create-component'))?.outcome).toBe('blocked');
});

test('the module manager shows the life of a module and why each thing it adds is shown', async ({open}) => {
  const page = await open('admin', '/modules/components?perspective=platform-engineering');
  const main = page.getByRole('main');
  await expect(main.getByText('Checked')).toBeVisible();
  const part = main.locator('summary').filter({hasText: '/catalog/create-component'});
  await part.click();
  await expect(main.getByText('You hold', {exact: false}).first()).toBeVisible();
  await expect(part).toContainText('Shown');
});

test('the module manager shows what events a module hears and what its store holds', async ({open}) => {
  const page = await open('admin', '/modules/module-manager?perspective=platform-engineering');
  const main = page.getByRole('main');
  const event = main.locator('summary').filter({hasText: 'portal:module-failed'});
  await event.click();
  await expect(main.getByText('The portal itself publishes it.').filter({visible: true})).toBeVisible();
  const field = main.locator('summary').filter({hasText: 'module-manager/store/onlyTrouble'});
  await field.click();
  await expect(main.getByText('It is kept for the person', {exact: false})).toBeVisible();
  await expect(field).toContainText('Shown');
});
