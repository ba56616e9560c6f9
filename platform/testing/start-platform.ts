import {createPlatform, type Platform, type PlatformOptions} from '../index.ts';
import type {Answer, AnswerBody} from './answer.ts';
import type {OpenDatabase} from './databases.ts';
import {loadTrueSpecification, type TrueSpecification} from './true-specification.ts';

/** Sends one request as one person, whose token is the name of their group. */
export type Send = (method: string, path: string, body?: unknown) => Promise<Answer>;

export interface TestPlatform {
  readonly platform: Platform;
  /** Operations of the true file that were answered and found true. */
  readonly checked: ReadonlySet<string>;
  /** What was reported as our own failure; tests expect it to stay empty. */
  readonly failures: readonly unknown[];
  as(group: string): Send;
  /** The same for the observer's API. */
  observeAs(group: string): Send;
  stop(): Promise<void>;
}

/** A platform on a database, every answer of which is compared with the true OpenAPI file when that is at hand. */
export async function startPlatform(
  open: () => Promise<OpenDatabase>,
  options: Partial<PlatformOptions> = {},
): Promise<TestPlatform> {
  const {database, close} = await open();
  const failures: unknown[] = [];
  const checked = new Set<string>();
  const platform = await createPlatform({
    database,
    verifyToken: (token) => Promise.resolve({sub: `${token}-person`, groups: [token]}),
    issuer: 'http://issuer.test',
    url: 'http://platform.test',
    seed: 'demo',
    log: {error: ({err}) => void failures.push(err)},
    controllers: {pace: 0, byThemselves: false},
    ...options,
  });
  const through =
    (fetch: Platform['fetch'], specification: TrueSpecification | undefined) =>
    (group: string): Send =>
    async (method, path, body) => {
      const {status, headers, ...answer} = await send(fetch, {method, path, body, token: group});
      const operation = specification?.check({method, path: path.split('?')[0] ?? path}, {status, body: answer.body});
      if (operation) checked.add(operation);
      return {status, headers, body: answer.body};
    };
  return {
    platform,
    checked,
    failures,
    as: through((request) => platform.fetch(request), loadTrueSpecification()),
    observeAs: through((request) => platform.fetchObserver(request), loadTrueSpecification('observer-api.yaml')),
    async stop() {
      await platform.close();
      await close();
    },
  };
}

async function send(
  fetch: Platform['fetch'],
  {method, path, body, token}: {method: string; path: string; body: unknown; token: string},
): Promise<Answer> {
  const content = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(`http://platform.test${path}`, {
    method,
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
    body: content,
  });
  const response = await fetch(request);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as AnswerBody};
}
