import type {Browser, BrowserContextOptions, CDPSession} from '@playwright/test';

/** What one cold load costs a person. Times in milliseconds since navigation, sizes in kB (1,000 bytes) as transferred. */
export interface Load {
  readonly requests: number;
  readonly kilobytes: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** `performance.mark('portal:ready')`; NaN where the page sets none. */
  readonly ready: number;
  /** Sum of what each long task takes beyond 50 ms, as Total Blocking Time counts it. */
  readonly blocked: number;
  readonly layoutShift: number;
}

/** 10 Mbit/s, 40 ms: a usual office line; the processor four times slower than here: a usual laptop. */
const NETWORK = {offline: false, latency: 40, downloadThroughput: 1_310_720, uploadThroughput: 1_310_720};
const SLOWDOWN = 4;
const QUIET_MS = 1500;

/** Loads the address in a new context with an empty cache and waits until no request came for 1.5 s. */
export async function measureLoad(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Load> {
  const context = await browser.newContext({viewport: {width: 1350, height: 940}, ...options});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = await countTraffic(session);
    await session.send('Emulation.setCPUThrottlingRate', {rate: SLOWDOWN});
    await page.addInitScript(observe);
    await page.goto(url, {waitUntil: 'load', timeout: 60_000});
    await traffic.quiet();
    return {...traffic.counts(), ...(await page.evaluate(readMeasures))};
  } finally {
    await context.close();
  }
}

interface Traffic {
  counts(): {requests: number; kilobytes: number};
  quiet(): Promise<void>;
}

async function countTraffic(session: CDPSession): Promise<Traffic> {
  let requests = 0;
  let bytes = 0;
  let last = Date.now();
  session.on('Network.responseReceived', () => {
    requests += 1;
    last = Date.now();
  });
  session.on('Network.loadingFinished', ({encodedDataLength}) => (bytes += encodedDataLength));
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', {cacheDisabled: true});
  await session.send('Network.emulateNetworkConditions', NETWORK);
  return {
    counts: () => ({requests, kilobytes: bytes / 1000}),
    async quiet() {
      const deadline = Date.now() + 30_000;
      while (Date.now() - last < QUIET_MS && Date.now() < deadline) await new Promise((next) => setTimeout(next, 100));
    },
  };
}

interface Measures {
  largestPaint: number;
  blocked: number;
  layoutShift: number;
}

/** Runs in the page before its own scripts. */
function observe(): void {
  const measures: Measures = {largestPaint: 0, blocked: 0, layoutShift: 0};
  Object.assign(globalThis, {measures});
  const follow = (type: string, add: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({type, buffered: true});
  follow('largest-contentful-paint', (entry) => (measures.largestPaint = entry.startTime));
  follow('longtask', (entry) => (measures.blocked += Math.max(0, entry.duration - 50)));
  follow('layout-shift', (entry) => {
    const {hadRecentInput, value} = entry as PerformanceEntry & {hadRecentInput: boolean; value: number};
    if (!hadRecentInput) measures.layoutShift += value;
  });
}

/** Runs in the page when it is quiet. */
function readMeasures(): Omit<Load, 'requests' | 'kilobytes'> {
  const {measures} = globalThis as unknown as {measures: Measures};
  const timeOf = (name: string): number => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
  return {...measures, firstPaint: timeOf('first-contentful-paint'), ready: timeOf('portal:ready')};
}
