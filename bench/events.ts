import {fileURLToPath} from 'node:url';
import {chromium} from '@playwright/test';
import {build} from 'vite';
import {findBrowsers} from '../scripts/browsers.ts';
import type {EmitRates} from './emit-events.ts';
import type {PromiseRow} from './promise.ts';

/** How long publishing an event to ten subscribers takes in Chromium, with and without the check of its payload. */
export async function measureEvents(): Promise<readonly PromiseRow[]> {
  const {chromium: executablePath} = findBrowsers();
  if (executablePath === undefined) throw new Error('Chromium is not installed; `npm test` installs it or says how.');
  const code = await bundle(fileURLToPath(new URL('emit-events.ts', import.meta.url)));
  const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu']});
  try {
    const page = await browser.newPage();
    await page.addScriptTag({content: code});
    const {plain, checked} = await page.evaluate(() =>
      (globalThis as unknown as {bench: {measureEmits(): Promise<EmitRates>}}).bench.measureEmits(),
    );
    return [
      {what: 'event to 10 subscribers', limit: 1, measured: 1e6 / plain, unit: 'µs'},
      {what: 'event to 10 subscribers, payload checked', limit: 1, measured: 1e6 / checked, unit: 'µs'},
    ];
  } finally {
    await browser.close();
  }
}

/** The file and all it imports as one script that sets `globalThis.bench`. */
async function bundle(entry: string): Promise<string> {
  const result = await build({
    logLevel: 'warn',
    build: {
      write: false,
      lib: {entry, name: 'bench', formats: ['iife']},
      rolldownOptions: {output: {codeSplitting: false}},
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const chunk = 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The bench was not bundled.');
  return chunk.code;
}
