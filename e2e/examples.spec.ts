import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {buildExample, moduleCommand} from './support/examples.ts';
import {mainNavigation} from './support/places.ts';
import {expect, test} from './support/test.ts';

const EXAMPLES = fileURLToPath(new URL('../docs/examples', import.meta.url));

test('a module of plain elements comes into an open tab, works there, and is gone at once when it is removed', async ({
  open,
  portal,
}) => {
  const page = await open('developer');
  const link = mainNavigation(page).getByRole('link', {name: 'Team notes'});
  await expect(mainNavigation(page).getByRole('link', {name: 'Components'})).toBeVisible();
  await expect(link).toHaveCount(0);
  expect(await moduleCommand(portal, 'install', join(EXAMPLES, 'plain-elements'))).toContain(
    'team-notes 1.0.0 is installed',
  );
  await page.getByRole('heading', {name: 'Latest note'}).scrollIntoViewIfNeeded();
  await expect(page.getByText('Nobody has written anything yet.')).toBeVisible();
  await link.click();
  await expect(page.getByRole('heading', {name: 'Team notes'})).toBeVisible();
  await expect(page.getByText('No notes yet.')).toBeVisible();
  await page.getByLabel('New note').fill('Ship it');
  await page.getByRole('button', {name: 'Add'}).click();
  await expect(page.getByRole('listitem').filter({hasText: 'Ship it'})).toBeVisible();
  await expect(page.getByText('One note.')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Ship it')).toBeVisible();

  await page.goForward();
  expect(await moduleCommand(portal, 'list')).toMatch(/team-notes +1\.0\.0 +accepted/);
  await moduleCommand(portal, 'remove', 'team-notes');
  await expect(link).toHaveCount(0);
  await expect(page.getByRole('heading', {name: 'Team notes'})).toHaveCount(0);
});

test('a page written in Vue is a page like any other', async ({open, portal}) => {
  await moduleCommand(portal, 'install', await buildExample('vue-elements'));
  const page = await open('developer', '/release-poll');
  await expect(page.getByRole('heading', {name: 'When do we release?'})).toBeVisible();
  await page.getByRole('button', {name: 'today (0)'}).click();
  await expect(page.getByText('Dana Devlin, you have voted 1 times.')).toBeVisible();
  await page.goto(`${portal.baseUrl}/release-poll?safe-mode`);
  await expect(page.getByText('this tab runs the portal’s own modules only')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/switched off/i);
  await page.getByRole('button', {name: 'Leave safe mode'}).click();
  await expect(page.getByRole('heading', {name: 'When do we release?'})).toBeVisible();
  await moduleCommand(portal, 'remove', 'release-poll');
});
