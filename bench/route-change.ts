import {brotliCompressSync} from 'node:zlib';
import {chromium, type Browser, type Page} from '@playwright/test';
import {startPortal} from '../e2e/support/portal.ts';
import {signedInState} from '../e2e/support/sign-in.ts';
import {findBrowsers} from '../scripts/browsers.ts';
import {buildManyModules} from './many-modules.ts';
import {measureLoad} from './measure-load.ts';
import {median, type PromiseRow} from './promise.ts';

const FEW = 10;
const MANY = 1000;
const CHANGES = 20;
const SLOWDOWN = 4;

interface Measured {
  /** Until the dashboard's numbers are on screen, cold, in milliseconds. */
  readonly ready: number;
  /** From a click until the other module's page is painted, in milliseconds. */
  readonly change: number;
  /** The index as it stands in the page, compressed, in kB. */
  readonly index: number;
}

/** What a thousand modules cost those who use a few of them. */
export async function measureManyModules({runs}: {readonly runs: number}): Promise<readonly PromiseRow[]> {
  const {chromium: executablePath} = findBrowsers();
  if (executablePath === undefined) throw new Error('Chromium is not installed; `npm test` installs it or says how.');
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']});
  try {
    const few = await measure(browser, FEW, runs);
    const many = await measure(browser, MANY, runs);
    return [
      {what: `route change, ${FEW} modules`, limit: 50, measured: few.change, unit: 'ms'},
      {what: `route change, ${MANY} modules`, limit: 50, measured: many.change, unit: 'ms'},
      {what: `boot with ${MANY} modules`, limit: 1.3, measured: many.ready / few.ready, unit: `× ${FEW} modules`},
      {what: `index of ${MANY} modules`, limit: 25, measured: many.index, unit: 'kB'},
    ];
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, count: number, runs: number): Promise<Measured> {
  const {folder, remove} = await buildManyModules(count);
  const portal = await startPortal({program: 'bench/run-portal.ts', env: {BENCH_DIST: folder}});
  try {
    const storageState = await signedInState(browser, portal.baseUrl, 'developer');
    const loads: number[] = [];
    for (let run = 0; run <= runs; run++) {
      const {ready} = await measureLoad(browser, portal.baseUrl, {storageState});
      if (run > 0) loads.push(ready);
    }
    const context = await browser.newContext({storageState});
    const page = await context.newPage();
    await page.goto(`${portal.baseUrl}/bench-5`);
    const change = await measureChanges(page);
    const composition = await (await page.request.get(`${portal.baseUrl}/api/portal/composition`)).text();
    await context.close();
    return {ready: median(loads), change, index: brotliCompressSync(composition).length / 1000};
  } finally {
    await portal.stop();
    await remove();
  }
}

/** There and back between two modules; the first time activates them and does not count. */
async function measureChanges(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const times: number[] = [];
  for (const path of ['/bench-6', '/bench-5']) await page.evaluate(changeTo, path);
  await page.waitForTimeout(3000);
  await session.send('Emulation.setCPUThrottlingRate', {rate: SLOWDOWN});
  for (let index = 0; index < CHANGES; index++) {
    times.push(await page.evaluate(changeTo, index % 2 === 0 ? '/bench-6' : '/bench-5'));
  }
  return median(times);
}

/** Runs in the page: clicks on a link, and says how long it took until the page it leads to was painted. */
function changeTo(path: string): Promise<number> {
  const link = document.createElement('a');
  link.href = path;
  document.body.append(link);
  const outlet = document.getElementById('outlet');
  if (!outlet) throw new Error('There is no outlet.');
  return new Promise((resolve) => {
    const start = performance.now();
    const look = new MutationObserver(() => {
      if (outlet.querySelector('h1')?.textContent !== path.slice(1)) return;
      look.disconnect();
      // After the frame that shows it.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    look.observe(outlet, {childList: true, subtree: true});
    link.click();
    link.remove();
  });
}
