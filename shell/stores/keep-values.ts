import {PortalError, type Dispose, type ErrorCode, type Logger} from '@openchoreo/portal-contract';
import * as z from 'zod/mini';
import type {SendRequest} from '../data/request.ts';
import {isPortalError} from '../errors/to-portal-error.ts';
import type {FieldValues} from './module-stores.ts';

export interface Keeper {
  /**
   * What the server keeps, but for fields that have changed here since it was asked. Nothing when it is asked again
   * meanwhile. Rejects when it does not answer.
   */
  read(): Promise<FieldValues>;
  /** Keeps the values: several changes within a second together, and at once when the page goes away. */
  write(change: FieldValues): void;
  /** Another tab changed what is kept: it is read again as soon as nothing of ours is on its way. */
  follow(): void;
  /** Keeps what waits, for the last time. */
  readonly close: Dispose;
}

export interface KeepOptions {
  readonly module: string;
  readonly send: SendRequest;
  readonly log: Logger;
  /** Tells this tab's changes from those of others. */
  readonly writer: string;
  readonly onStale: () => void;
  /** Milliseconds that changes are gathered. */
  readonly delay?: number;
  /** Milliseconds after which what could not be kept is tried again. */
  readonly retryDelay?: number;
}

/** Milliseconds that an activation waits for what was kept. */
const PATIENCE = 3000;

/** What may go another time; what is refused otherwise is refused for good. */
const PASSING: readonly ErrorCode[] = ['API_TIMEOUT', 'DATABASE_UNAVAILABLE', 'INTERNAL', 'OFFLINE', 'SESSION_EXPIRED'];

const answer = z.object({values: z.record(z.string(), z.unknown())});

/** Keeps values of one module's store on the server. The last write wins, field by field. */
export function keepValues(options: KeepOptions): Keeper {
  const {module, send, log, writer, onStale, delay = 1000, retryDelay = 30_000} = options;
  const url = `/api/portal/stores/${module}`;
  const onTheWay = new Set<FieldValues>();
  const changedAt = new Map<string, number>();
  let waiting: FieldValues = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStale = false;
  let isClosed = false;
  /** Count changes and reads, so that an answer can be told from what happened while it was on its way. */
  let changes = 0;
  let reads = 0;

  async function flush(isLast: boolean): Promise<void> {
    if (Object.keys(waiting).length === 0) return;
    // One after the other: two at once could arrive in the other order.
    if (onTheWay.size > 0 && !isLast) {
      schedule(delay);
      return;
    }
    clearTimeout(timer);
    const values = waiting;
    waiting = {};
    onTheWay.add(values);
    try {
      await send(url, {method: 'PATCH', body: {values, writer}, keepalive: isLast});
    } catch (error) {
      log.warn('What is to be kept of the store could not be kept:', error);
      if (isPortalError(error) && PASSING.includes(error.code)) {
        waiting = {...values, ...waiting};
        if (!isClosed) schedule(retryDelay);
      }
    }
    onTheWay.delete(values);
    if (!isStale || onTheWay.size > 0) return;
    isStale = false;
    onStale();
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(false), milliseconds);
  }

  const onPageHide = (): void => void flush(true);
  addEventListener('pagehide', onPageHide);

  return {
    async read() {
      const [changesBefore, mine] = [changes, ++reads];
      const read = await send(url, {signal: AbortSignal.timeout(PATIENCE)});
      const parsed = answer.safeParse(read);
      if (!parsed.success) throw new PortalError('API_INVALID_ANSWER', [url], {cause: parsed.error});
      if (mine !== reads) return {};
      const isOurs = (name: string): boolean =>
        (changedAt.get(name) ?? 0) > changesBefore ||
        [waiting, ...onTheWay].some((values) => Object.hasOwn(values, name));
      return Object.fromEntries(Object.entries(parsed.data.values).filter(([name]) => !isOurs(name)));
    },
    write(change) {
      changes += 1;
      for (const name of Object.keys(change)) changedAt.set(name, changes);
      waiting = {...waiting, ...change};
      schedule(delay);
    },
    follow() {
      isStale = onTheWay.size > 0;
      if (!isStale) onStale();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      removeEventListener('pagehide', onPageHide);
      void flush(true);
    },
  };
}
