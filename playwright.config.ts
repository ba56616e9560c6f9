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
  // Each worker has a portal and a database of its own; the tests of a file change what is in it, one after the other.
  workers: 2,
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
