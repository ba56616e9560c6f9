import type {TestHostOptions} from '@openchoreo/portal-test-kit';

export interface TestObserver {
  /** For the test host. */
  readonly answer: NonNullable<TestHostOptions['observer']>;
  /** What was asked, the last at the end. */
  readonly asked: LogsBody[];
  /** Makes it reject until it is called with nothing. */
  fail(error?: Error): void;
}

export interface LogsBody {
  readonly startTime: string;
  readonly endTime: string;
  readonly limit: number;
  readonly searchScope: Readonly<Record<string, string>>;
  readonly logLevels?: readonly string[];
  readonly searchPhrase?: string;
}

/** One line every `every` milliseconds up to now, back to `from`: an observer that truly filters, counts and ends. */
export function createTestObserver({from, every}: {readonly from: number; readonly every: number}): TestObserver {
  const asked: LogsBody[] = [];
  let failure: Error | undefined;
  return {
    asked,
    fail: (error) => (failure = error),
    answer(_path, init) {
      const body = init?.body as LogsBody;
      asked.push(body);
      if (failure) throw failure;
      const [start, end] = [Math.max(Date.parse(body.startTime), from), Math.min(Date.parse(body.endTime), Date.now())];
      const logs = [];
      let total = 0;
      for (let at = Math.floor(end / every) * every; at >= start && total < 1000; at -= every) {
        const entry = toEntry(at, every);
        if (body.logLevels && !body.logLevels.includes(entry.level)) continue;
        if (!entry.log.toLowerCase().includes((body.searchPhrase ?? '').toLowerCase())) continue;
        total += 1;
        if (logs.length < body.limit) logs.push(entry);
      }
      return {logs, total};
    },
  };
}

function toEntry(at: number, every: number): {timestamp: string; log: string; level: string; metadata: object} {
  const number = at / every;
  return {
    timestamp: new Date(at).toISOString(),
    log: `line ${number % 100_000}`,
    level: number % 10 === 0 ? 'ERROR' : 'INFO',
    metadata: {componentName: 'cart', projectName: 'shop', environmentName: 'dev', podName: 'cart-1'},
  };
}
