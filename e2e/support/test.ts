import {expect, test as base, type BrowserContext, type Page} from '@playwright/test';
import {recordPlatform, type PlatformRecorder} from './platform-recorder.ts';
import {startPortal, type Portal} from './portal.ts';
import {openSignedIn, type Person, type StorageState} from './sign-in.ts';

interface Fixtures {
  /** Console errors a test brings about on purpose. Everything else on the console fails the test. */
  readonly expectedErrors: readonly RegExp[];
  /** Opens the path in a context of its own, signed in as the person. */
  readonly open: (person: Person, path?: string) => Promise<Page>;
}

interface WorkerFixtures {
  /** One portal for all tests of a worker. */
  readonly portal: Portal;
  /** Cookies of the people who signed in to it. */
  readonly sessions: Map<Person, StorageState>;
}

/** Playwright's `test` with a real portal, people to sign in as, and an eye on the console of every page. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  portal: [
    async ({}, use) => {
      const portal = await startPortal();
      await use(portal);
      await portal.stop();
    },
    {scope: 'worker', timeout: 60_000},
  ],
  sessions: [({}, use) => use(new Map()), {scope: 'worker'}],
  expectedErrors: [[], {option: true}],
  async context({context, expectedErrors}, use) {
    const errors = watchErrors(context, expectedErrors);
    const recorder = recordPlatform(context);
    await use(context);
    await expectTruth(recorder);
    expect(errors, 'the console stays quiet').toEqual([]);
  },
  async open({browser, portal, sessions, expectedErrors, contextOptions}, use) {
    const contexts: BrowserContext[] = [];
    const errors: (readonly string[])[] = [];
    const recorders: PlatformRecorder[] = [];
    const watch = (context: BrowserContext): void => {
      contexts.push(context);
      errors.push(watchErrors(context, expectedErrors));
      recorders.push(recordPlatform(context));
    };
    await use((person, path = '/') =>
      openSignedIn(browser, portal.baseUrl, person, path, sessions, contextOptions, watch),
    );
    for (const recorder of recorders) await expectTruth(recorder);
    for (const context of contexts) await context.close();
    expect(errors.flat(), 'the console stays quiet').toEqual([]);
  },
});

export {expect};

/** What the pages asked of the platform is what its OpenAPI file describes, and so is every answer. */
async function expectTruth(recorder: PlatformRecorder): Promise<void> {
  expect(await recorder.faults(), 'requests to the platform are as its OpenAPI file says').toEqual([]);
}

/** Uncaught errors, console errors and violations of the security policy, as they come, except the expected ones. */
function watchErrors(context: BrowserContext, expected: readonly RegExp[]): readonly string[] {
  const errors: string[] = [];
  const add = (text: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(text);
  };
  context.on('console', (message) => message.type() === 'error' && add(`${message.text()} ${message.location().url}`));
  context.on('weberror', (error) => add(String(error.error().stack)));
  void context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`security policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return errors;
}
