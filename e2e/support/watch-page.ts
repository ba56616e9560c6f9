import type {Page} from '@playwright/test';

/** What went wrong in a page without anybody looking. */
export interface PageWatch {
  /** Console errors, exceptions nobody caught, and violations of the page's security policy, in order. */
  readonly faults: readonly string[];
}

/** Watches the page, and every page it becomes, from now on. Call it before the first `goto`. */
export async function watchPage(page: Page): Promise<PageWatch> {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    const {url} = message.location();
    faults.push(`console error: ${message.text()}${url ? ` (${url})` : ''}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.stack ?? error.message}`));
  await page.exposeFunction('reportPolicyViolation', (text: string) => faults.push(`policy violation: ${text}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const {effectiveDirective, blockedURI, sourceFile, lineNumber, sample} = event;
      const report = (globalThis as unknown as {reportPolicyViolation(text: string): void}).reportPolicyViolation;
      report(`${effectiveDirective} refused ${blockedURI} ${sample} (${sourceFile}:${String(lineNumber)})`);
    });
  });
  return {faults};
}
