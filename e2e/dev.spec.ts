import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {freePort} from '../scripts/free-port.ts';
import {signIn} from './support/sign-in.ts';
import {expect, test} from './support/test.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('the portal runs from its source files', async ({page}) => {
  test.setTimeout(90_000);
  const dataDir = await mkdtemp(join(tmpdir(), 'portal-dev-'));
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/dev.ts'], {
    cwd: ROOT,
    env: {...process.env, PORT: String(port), DATA_DIR: dataDir},
    stdio: 'ignore',
  });
  try {
    await expect.poll(() => isReady(port), {timeout: 60_000}).toBe(true);
    await signIn(page, baseUrl, 'developer');
    await page.waitForFunction(() => performance.getEntriesByName('portal:ready').length > 0);
    const code = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({name}) => new URL(name).pathname),
    );
    expect(code).toContain('/shell/main.ts');
    // A module written in React, too, and the copy of React that modules built elsewhere get.
    await page.goto(`${baseUrl}/observability/logs`);
    await expect(page.getByRole('heading', {level: 1})).toBeVisible();
    expect(await page.evaluate(async () => typeof (await import('react')).useState)).toBe('function');
    await page.close();
  } finally {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    await rm(dataDir, {recursive: true, force: true});
  }
});

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}
