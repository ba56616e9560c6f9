import type {BrowserContext, Response} from '@playwright/test';
import {loadTrueSpecification} from '../../platform/testing/true-specification.ts';

const ROOT = '/api/openchoreo';

/** What pages have asked the platform, and where that or its answer is not as the platform's own OpenAPI file says. */
export interface PlatformRecorder {
  readonly requests: readonly string[];
  /** Waits for the answers that are on their way to be compared. */
  faults(): Promise<readonly string[]>;
}

/**
 * Stands between every page of the context and the platform, and looks on. Without the file (`OPENCHOREO_SPEC_DIR`) it
 * records and compares nothing.
 */
export function recordPlatform(context: BrowserContext): PlatformRecorder {
  const specification = loadTrueSpecification();
  const requests: string[] = [];
  const faults: string[] = [];
  const comparing = new Set<Promise<void>>();

  async function compare(response: Response): Promise<void> {
    const request = response.request();
    const method = request.method();
    const {pathname, searchParams} = new URL(request.url());
    const path = decodeURI(pathname.slice(ROOT.length));
    requests.push(`${method} ${path} ${response.status()}`);
    const sent = request.postData();
    const text = await readText(response);
    try {
      specification?.checkRequest({
        ...{method, path, query: searchParams},
        ...(sent !== null && {body: JSON.parse(sent) as unknown}),
      });
      // What the gateway says itself, a problem (RFC 9457) or that it is not there yet, never came from the platform.
      const type = response.headers()['content-type'] ?? '';
      if (text === undefined || type.includes('problem') || (text !== '' && !type.includes('json'))) return;
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      specification?.check({method, path}, {status: response.status(), body});
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }

  context.on('response', (response) => {
    if (!specification || !new URL(response.url()).pathname.startsWith(`${ROOT}/`)) return;
    const work = compare(response).finally(() => comparing.delete(work));
    comparing.add(work);
  });
  return {
    requests,
    async faults() {
      await Promise.all(comparing);
      return faults;
    },
  };
}

/** Undefined when the page was left before the answer was there in full. */
async function readText(response: Response): Promise<string | undefined> {
  try {
    return await response.text();
  } catch {
    return undefined;
  }
}
