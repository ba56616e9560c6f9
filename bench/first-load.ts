import {chromium} from '@playwright/test';
import {signedInState} from '../e2e/support/sign-in.ts';
import {startPortal} from '../e2e/support/portal.ts';
import {findBrowsers} from '../scripts/browsers.ts';
import {serveLimitPage} from './limit-page.ts';
import {measureLoad, type Load} from './measure-load.ts';
import {median, type PromiseRow} from './promise.ts';

/** First load of the signed-in dashboard with real data: the median of several cold loads, in turn with the limit page. */
export async function measureFirstLoad({runs}: {readonly runs: number}): Promise<readonly PromiseRow[]> {
  const {chromium: executablePath} = findBrowsers();
  if (executablePath === undefined) throw new Error('Chromium is not installed; `npm test` installs it or says how.');
  const limitPage = await serveLimitPage();
  const portal = await startPortal();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const storageState = await signedInState(browser, portal.baseUrl, 'developer');
    const loads = await alternate(runs, {
      limit: () => measureLoad(browser, limitPage.url),
      portal: () => measureLoad(browser, portal.baseUrl, {storageState}),
    });
    return toRows(loads);
  } finally {
    await browser.close();
    await portal.stop();
    limitPage.close();
  }
}

type Loads = Record<'limit' | 'portal', readonly Load[]>;

/** In turn, so that a busy moment of the machine falls on both; the first round only warms the servers. */
async function alternate(runs: number, load: Record<keyof Loads, () => Promise<Load>>): Promise<Loads> {
  const loads: Record<keyof Loads, Load[]> = {limit: [], portal: []};
  for (let run = 0; run <= runs; run++) {
    for (const name of ['limit', 'portal'] as const) {
      const one = await load[name]();
      if (run > 0) loads[name].push(one);
    }
  }
  return loads;
}

function toRows({limit, portal}: Loads): readonly PromiseRow[] {
  const of = (loads: readonly Load[], measure: keyof Load): number => median(loads.map((load) => load[measure]));
  const paint = of(limit, 'largestPaint');
  return [
    {what: 'first load: transferred', limit: 100, measured: of(portal, 'kilobytes'), unit: 'kB'},
    {what: 'first load: requests', limit: 12, measured: of(portal, 'requests'), unit: ''},
    {
      what: 'first load: first paint',
      limit: 1.3,
      measured: of(portal, 'firstPaint') / of(limit, 'firstPaint'),
      unit: '× limit page',
    },
    {what: 'first load: ready', limit: 2, measured: of(portal, 'ready') / paint, unit: '× limit page'},
    {what: 'first load: blocked', limit: 150, measured: of(portal, 'blocked'), unit: 'ms'},
    {what: 'first load: layout shift', limit: 0.01, measured: of(portal, 'layoutShift'), unit: ''},
  ];
}
