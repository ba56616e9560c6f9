import {CONTEXT_KEYS} from '@openchoreo/portal-contract';
import {toElementClass, type ElementOptions} from '@openchoreo/portal-react';
import {createTestHost, mount, type Mounted, type TestHost, type TestHostOptions} from '@openchoreo/portal-test-kit';
import {QueryClient} from '@tanstack/query-core';
import type {FunctionComponent} from 'react';
import {createConsumer, type Consumer, type ConsumerOptions} from '../index.ts';
import type {UI} from '../ui/index.ts';

/** Members that tests ask for, those that do not exist among them. */
type Member =
  | keyof typeof UI
  | 'React' | 'createElement' | 'useState' | 'useEffect'
  | 'UI' | 'Icons' | 'Store' | 'useGlobalStore' | 'ReactQuery' | 'useQuery' | 'Utils' | 'eventBus' | 'registerModule' | 'useModuleStore'
  | 'Buton' | 'useQuerys' | 'cx' | 'registerModul' | 'Activty'
  | 'Activity' | 'Users' | 'TrendingUp' | 'Trash2' | 'Box'
  | 'data' | 'currentProject' | 'id' | 'perspective' | 'total' | 'moduleId' | 'version'
  | 'api' | 'get' | 'post' | 'storage' | 'settings' | 'set' | 'remove' | 'emit' | 'on' | 'globalState' | 'setGlobalState' | 'queryClient'; // prettier-ignore

interface Callable {
  (...given: readonly unknown[]): Anything;
  [Symbol.iterator](): Iterator<Anything>;
}

/** `window.OpenChoreo` as a bundle sees it that no compiler has checked. */
export type Anything = Callable & {readonly [M in Member]: Anything};

export interface StartedConsumer {
  readonly consumer: Consumer;
  readonly host: TestHost;
  readonly queryClient: QueryClient;
  /** What the gateway was asked, as `GET /api/…`, with the body of a write. */
  readonly asked: string[];
  readonly logged: string[];
  activate(): Promise<void>;
  deactivate(): Promise<void>;
  show(part: FunctionComponent, options?: ElementOptions): Promise<Mounted<HTMLElement>>;
}

const made = {count: 0};

/** A consumer in a page that gives what the shell gives; `bundle` is its file. */
export function startConsumer(
  bundle: (global: Anything) => unknown,
  {host: options, ...given}: Partial<ConsumerOptions> & {readonly host?: Partial<TestHostOptions>} = {},
): StartedConsumer {
  const id = given.id ?? `sample-${(made.count += 1)}`;
  const asked: string[] = [];
  const logged: string[] = [];
  const queryClient = new QueryClient({defaultOptions: {queries: {retry: false}}});
  const host = createTestHost({
    module: id,
    messages: {},
    allows: () => false,
    ...options,
    portal(path, init = {}) {
      const {method = 'GET', body} = init;
      asked.push([method, path, ...(body === undefined ? [] : [JSON.stringify(body)])].join(' '));
      return options?.portal?.(path, init) ?? drawIcons(path);
    },
  });
  Object.assign(host.log, {
    warn: (message: string, details: unknown) => logged.push(`${message} ${String(details)}`),
    error: (message: string, details: unknown) => logged.push(`${message} ${String(details)}`),
  });
  const load = async (): Promise<unknown> => bundle(window.OpenChoreo as unknown as Anything);
  const consumer = createConsumer({id, version: '1.0.0', load, ...given});
  const provide = (event: Event): void => {
    const {context, callback} = event as Event & {context: unknown; callback: (client: QueryClient) => void};
    if (context === CONTEXT_KEYS.queryClient) callback(queryClient);
  };

  return {
    consumer,
    host,
    queryClient,
    asked,
    logged,
    async activate() {
      document.body.addEventListener('context-request', provide);
      try {
        await consumer.main.hooks.onActivate?.(host);
      } finally {
        document.body.removeEventListener('context-request', provide);
      }
    },
    deactivate: async () => {
      await consumer.main.hooks.onDeactivate?.(host);
    },
    show: (part, how) => mount(`test-consumer-${(made.count += 1)}`, toElementClass(part, how), host),
  };
}

/** The gateway's answer: it knows every icon but the misspelt one. */
function drawIcons(path: string): unknown {
  if (path.startsWith('/api/portal/icons/nearest')) return {nearest: 'Activity'};
  const names = new URL(path, location.origin).searchParams.get('names')?.split(',') ?? [];
  const known = names.filter((name) => name !== 'Activty');
  return Object.fromEntries(known.map((name) => [name, [['path', {d: 'M3 12h18'}]]]));
}
