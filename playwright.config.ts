import {defineConfig} from '@playwright/test';
import {findBrowsers} from './scripts/browsers.ts';

const {chromium} = findBrowsers();

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  // One portal, one database, one page at a time: the tests change what is in it.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 30_000,
  expect: {timeout: 7000},
  use: {
    ...(chromium !== undefined && {launchOptions: {executablePath: chromium, args: FLAGS}}),
    viewport: {width: 1440, height: 900},
    screenshot: 'only-on-failure',
    // Recording takes a seventh of the time: `playwright test --trace on` where it helps.
    trace: 'off',
  },
});
