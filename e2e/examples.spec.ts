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

test('pages, a card and a dialog written in React for window.OpenChoreo are opened by their links', async ({
  open,
  portal,
}) => {
  test.slow();
  await moduleCommand(portal, 'install', await buildExample('react-es-module'));
  await moduleCommand(portal, 'install', await buildExample('react-classic-script'));
  const page = await open('admin');
  const navigation = mainNavigation(page);
  await expect(navigation.getByRole('link', {name: 'Reports'})).toBeVisible();
  await navigation.getByRole('link', {name: 'Deploy freeze'}).click();
  await expect(page.getByRole('heading', {level: 1, name: 'Deploy freeze'})).toBeVisible();
  await expect(page.getByText('Nothing is frozen.')).toBeVisible();
  await page.getByLabel('Reason').fill('Holidays');
  await page.getByRole('button', {name: 'Announce'}).click();
  await expect(page.getByTestId('freeze')).toHaveText('Frozen: Holidays');
  await navigation.getByRole('link', {name: 'Dashboard'}).click();
  const card = page.getByRole('main').getByText('Frozen: Holidays');
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    await expect(card).toBeVisible({timeout: 500});
  }).toPass();

  await navigation.getByRole('link', {name: 'On call'}).click();
  await expect(page.getByText('Ada is on call.')).toBeVisible();
  await page.getByRole('button', {name: 'Hand over'}).click();
  await page.getByRole('dialog', {name: 'Hand over'}).getByRole('button', {name: 'To Grace'}).click();
  await expect(page.getByText('Grace is on call.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', {name: 'Hand over'})).toBeFocused();
  await moduleCommand(portal, 'remove', 'deploy-freeze');
  await moduleCommand(portal, 'remove', 'on-call');
  await expect(navigation.getByRole('link', {name: 'On call'})).toHaveCount(0);
});
