import {AxeBuilder} from '@axe-core/playwright';
import type {Browser, Page} from '@playwright/test';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {moduleCommand} from './support/examples.ts';
import {mainNavigation} from './support/places.ts';
import type {Portal} from './support/portal.ts';
import {signedInState} from './support/sign-in.ts';
import {expect, test} from './support/test.ts';

const CONSUMERS = fileURLToPath(new URL('consumers', import.meta.url));

/** The colours of `bg-amber-100` and of `dark:bg-indigo-900`. */
const LIGHT = 'oklch(0.962 0.059 95.617)';
const DARK = 'oklch(0.359 0.144 278.697)';

async function expectNoViolations(page: Page, part = 'html'): Promise<void> {
  const {violations} = await new AxeBuilder({page}).include(part).analyze();
  expect(violations.map(({id, nodes}) => [id, ...nodes.map(({target}) => target.join(' '))])).toEqual([]);
}

/** Everybody knows what a consumer registers once it has run for somebody who may change modules. */
async function runForOperator(browser: Browser, portal: Portal, link: string): Promise<void> {
  const storageState = await signedInState(browser, portal.baseUrl, 'admin');
  const context = await browser.newContext({storageState});
  const page = await context.newPage();
  await page.goto(portal.baseUrl);
  await expect(mainNavigation(page).getByRole('link', {name: link})).toBeVisible();
  await context.close();
}

test.describe('a consumer of window.OpenChoreo', () => {
  test.beforeAll(async ({browser, portal}) => {
    await moduleCommand(portal, 'install', join(CONSUMERS, 'release-desk'));
    await runForOperator(browser, portal, 'Release desk');
  });
  test.afterAll(async ({portal}) => {
    await moduleCommand(portal, 'remove', 'release-desk');
  });

  test('opens dialogs, lists and menus, which are used by keyboard and close with Escape', async ({open}) => {
    const page = await open('admin');
    // Entries whose permission is asked for come a little later, above this one.
    await expect(mainNavigation(page).getByRole('link', {name: 'Reports'})).toBeVisible();
    await mainNavigation(page).getByRole('link', {name: 'Release desk'}).click();
    await expect(page.getByRole('heading', {level: 1, name: 'Release desk'})).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(4);
    await expectNoViolations(page);

    const filter = page.getByRole('combobox', {name: 'Environment'});
    await filter.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('option', {name: 'All environments'})).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expect(filter).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await expect(page.getByRole('option', {name: 'Staging'})).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(filter).toHaveText('Staging');
    await expect(page.getByRole('row')).toHaveCount(2);

    const trigger = page.getByRole('button', {name: 'New release'});
    await trigger.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', {name: 'New release'});
    await expect(dialog).toBeVisible();
    // What keeps the page behind it from scrolling is a style element with the page's nonce.
    await expect(page.locator('body')).toHaveCSS('overflow', 'hidden');
    await expect(page.locator('body')).toHaveCSS('margin-right', '0px');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(trigger).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Name').fill('cart 2.5.0');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', {name: 'Development'})).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expect(dialog).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', {name: 'Development'})).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option', {name: 'Staging'})).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('combobox')).toHaveText('Staging');
    await dialog.getByRole('button', {name: 'Create'}).press('Enter');
    await expect(page.getByRole('status').filter({hasText: 'cart 2.5.0 is on its way to stage'})).toBeVisible();

    const more = page.getByRole('button', {name: 'More actions'});
    await more.focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('dialog', {name: 'More actions'});
    await expect(menu.getByPlaceholder('Find an action')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toHaveCount(0);
    await expect(more).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.type('pau');
    await expect(menu.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({hasText: 'Pause releases: done'})).toBeVisible();
    await expect(more).toBeFocused();
  });

  for (const [look, {colorScheme, viewport}] of Object.entries({
    'in the dark': {colorScheme: 'dark', viewport: {width: 1440, height: 900}},
    'on a phone': {colorScheme: 'light', viewport: {width: 390, height: 844}},
  } as const)) {
    test(`${look} everything it opens is on the screen, and readable`, async ({open}) => {
      const page = await open('developer', '/release-desk');
      await page.setViewportSize(viewport);
      await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
      await expect(page.getByRole('row')).toHaveCount(4);
      await expectNoViolations(page);
      for (const [button, role] of [
        ['New release', 'dialog'],
        ['More actions', 'dialog'],
        ['Environment', 'listbox'],
      ] as const) {
        await page.getByRole(role === 'listbox' ? 'combobox' : 'button', {name: button}).click();
        const overlay = page.getByRole(role).last();
        await expect(overlay).toBeInViewport({ratio: 1});
        await expectNoViolations(page, `[role=${role}]`);
        await page.keyboard.press('Escape');
        await expect(overlay).toHaveCount(0);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }

  test('has its classes for the dark where the portal is dark, also in the shadow root of a card', async ({open}) => {
    const page = await open('viewer', '/settings');
    const colourOf = async (path: string, id: string): Promise<string> => {
      await page.goto(new URL(path, page.url()).href);
      const part = page.getByTestId(id);
      await part.scrollIntoViewIfNeeded();
      await expect(part).toHaveCSS('padding', '16px');
      return part.evaluate((element) => getComputedStyle(element).backgroundColor);
    };
    const seen: unknown[] = [];
    for (const [theme, colorScheme] of [
      ['dark', 'light'],
      ['light', 'dark'],
      ['system', 'dark'],
      ['system', 'light'],
    ] as const) {
      await page.goto(new URL('/settings', page.url()).href);
      await page.emulateMedia({colorScheme});
      await page.getByLabel('Theme').selectOption(theme);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      seen.push([theme, await colourOf('/release-desk', 'theme'), await colourOf('/', 'desk-card')]);
    }
    expect(seen).toEqual([
      ['dark', DARK, DARK],
      ['light', LIGHT, LIGHT],
      ['system', DARK, DARK],
      ['system', LIGHT, LIGHT],
    ]);
  });

  test('keeps for the person what it stores', async ({open}) => {
    const page = await open('sre', '/release-desk');
    const kept = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
    await page.getByLabel('Notes').fill('Freeze on Friday');
    await kept;
    await page.reload();
    await expect(page.getByLabel('Notes')).toHaveValue('Freeze on Friday');
  });
});

test.describe('a consumer that fails', () => {
  test.use({expectedErrors: [/failed in (rendering|an effect|a handler)|^\[faulty\] Failed: PortalError/]});

  test('fails alone: its page or card says so by its code, and the rest of the portal goes on', async ({
    open,
    portal,
  }) => {
    await moduleCommand(portal, 'install', join(CONSUMERS, 'faulty'));
    const page = await open('admin');
    await expect(mainNavigation(page).getByRole('link', {name: 'Handler'})).toBeVisible();
    // Entries above it that ask whether the person may are there: nothing moves any more when it is clicked.
    const reports = mainNavigation(page).getByRole('link', {name: 'Reports'});
    for (const path of ['render', 'effect']) {
      await page.goto(`${portal.baseUrl}/faulty/${path}`);
      await expect(page.getByRole('main')).toContainText('RENDER_FAILED');
      await expect(reports).toBeVisible();
    }
    await mainNavigation(page).getByRole('link', {name: 'Handler'}).click();
    await page.getByRole('button', {name: 'Pressed 0 times'}).click();
    await page.getByRole('button', {name: 'Pressed 1 times'}).click();
    await expect(page.getByRole('button', {name: 'Pressed 2 times'})).toBeVisible();
    await mainNavigation(page).getByRole('link', {name: 'Components'}).click();
    await expect(page.getByRole('heading', {level: 1, name: 'Components'})).toBeVisible();
    await moduleCommand(portal, 'remove', 'faulty');
  });
});
