import type {Locator, Page} from '@playwright/test';
import {expect, test} from './support/test.ts';

const titles = (page: Page): Promise<string[]> => page.locator('.grid > .card h2').allTextContents();
const edit = (page: Page): Locator => page.getByRole('button', {name: 'Edit layout'});
const handle = (page: Page, card: string): Locator =>
  page.getByRole('button', {name: `Move or resize ${card}`, exact: true});

async function middleOf(place: Locator): Promise<readonly [number, number]> {
  const box = await place.boundingBox();
  if (!box) throw new Error('it is not on screen');
  return [box.x + box.width / 2, box.y + Math.min(box.height / 2, 40)];
}

test.describe('the dashboard', () => {
  test.use({contextOptions: {viewport: {width: 1440, height: 1300}}});

  test.beforeEach(async ({open}) => {
    const page = await open('developer', '/?namespace=acme&perspective=development');
    await edit(page).click();
    await page.getByRole('button', {name: 'Reset to default'}).click();
    await page.getByRole('button', {name: 'Done'}).click();
    await expect(edit(page)).toBeEnabled();
  });

  test('is arranged by mouse, kept on the server, and comes back arranged without anything moving', async ({open}) => {
    const page = await open('developer', '/?namespace=acme&perspective=development');
    await expect(edit(page)).toBeEnabled();
    // Others may add cards of their own, and some come later.
    const [first, hidden, last] = ['Components', 'Projects', 'Recently created'] as const;
    await edit(page).click();
    await page.mouse.move(...(await middleOf(handle(page, last))));
    await page.mouse.down();
    await page.mouse.move(...(await middleOf(handle(page, first))), {steps: 8});
    await page.mouse.up();
    expect((await titles(page))[0]).toBe(last);
    const card = page.locator('[data-key]').filter({has: page.getByRole('heading', {name: first, exact: true})});
    const corner = await card.locator('.corner').boundingBox();
    await page.mouse.move(corner!.x + 14, corner!.y + 14);
    await page.mouse.down();
    await page.mouse.move(corner!.x + 250, corner!.y + 110, {steps: 8});
    await page.mouse.up();
    await expect(card).toHaveClass(/columns-6 rows-4/);
    await page.getByRole('button', {name: `Hide ${hidden}`, exact: true}).click();
    await page.getByRole('button', {name: 'Done'}).click();
    await expect(edit(page)).toBeEnabled();
    expect((await titles(page)).slice(0, 2)).toEqual([last, first]);

    const again = await open('developer', '/?namespace=acme&perspective=development');
    await expect(edit(again)).toBeEnabled();
    expect((await titles(again)).slice(0, 2)).toEqual([last, first]);
    expect(await titles(again)).not.toContain(hidden);
    const html = await (await again.request.get(again.url())).text();
    const drawn = html.slice(html.indexOf('<portal-preview'), html.indexOf('</portal-preview>'));
    expect(drawn.indexOf(`>${last}<`)).toBeGreaterThan(0);
    expect(drawn.indexOf(`>${last}<`)).toBeLessThan(drawn.indexOf(`>${first}<`));
    expect(drawn).not.toContain(`>${hidden}<`);
    await again.waitForTimeout(500);
    const shift = await again.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & {value: number}).value;
          }).observe({type: 'layout-shift', buffered: true});
          setTimeout(() => resolve(sum), 300);
        }),
    );
    expect(shift).toBeLessThanOrEqual(0.01);
    await again.goto(again.url().replace('development', 'platform-engineering'));
    await expect(edit(again)).toBeEnabled();
    expect((await titles(again)).length).toBeGreaterThan(2);
  });

  test('is arranged by keyboard alone', async ({open}) => {
    const page = await open('developer', '/?namespace=acme&perspective=development');
    await expect(edit(page)).toBeEnabled();
    const [first, second] = await titles(page);
    await edit(page).focus();
    await page.keyboard.press('Enter');
    await handle(page, first!).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByRole('status').filter({hasText: first!})).toContainText('place 2 of');
    await page.keyboard.press('Escape');
    expect(await titles(page)).toEqual(expect.arrayContaining([first, second]));
    expect((await titles(page))[0]).toBe(first);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', {name: 'Done'}).focus();
    await page.keyboard.press('Enter');
    await expect(edit(page)).toBeEnabled();
    expect((await titles(page)).slice(0, 2)).toEqual([second, first]);
  });

  test.describe('on a phone', () => {
    test.use({contextOptions: {viewport: {width: 390, height: 844}, hasTouch: true}});

    test('is a list that is put in order, and does not scroll sideways', async ({open}) => {
      const page = await open('developer', '/?namespace=acme&perspective=development');
      await expect(edit(page)).toBeEnabled();
      const [first, second] = await titles(page);
      await edit(page).tap();
      await handle(page, second!).tap();
      await page.getByRole('button', {name: 'Earlier'}).tap();
      expect((await titles(page)).slice(0, 2)).toEqual([second, first]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    });
  });
});
