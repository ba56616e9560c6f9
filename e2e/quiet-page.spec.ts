import {test} from './support/test.ts';

test.describe('a fault that nobody looks at fails the test of its page', () => {
  test.fail();

  test('a console error', async ({open}) => {
    const page = await open('developer');
    await page.evaluate(() => console.error('seeded'));
  });

  test('a violation of the security policy', async ({open}) => {
    const page = await open('developer');
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await page.waitForTimeout(200);
  });

  test('an exception that nobody catches', async ({open}) => {
    const page = await open('developer');
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('seeded');
      });
    });
    await page.waitForTimeout(200);
  });
});

test.describe('a fault that a test expects', () => {
  test.use({expectedErrors: [/seeded/]});

  test('does not fail it', async ({open}) => {
    const page = await open('developer');
    await page.evaluate(() => console.error('seeded'));
  });
});
