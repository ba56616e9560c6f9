import type {Browser} from './browser.ts';

export interface EventReader {
  /** The data of the next message of the type; messages of other types before it are passed over. Rejects after 10 s. */
  next(type: string): Promise<unknown>;
  /** Whether the server ends the stream within 5 s. */
  ended(): Promise<boolean>;
  close(): void;
}

/** Opens the portal's event stream as an `EventSource` would; `composition` is the id that the tab has already. */
export async function openEvents(browser: Browser, composition?: string): Promise<EventReader> {
  const abort = new AbortController();
  const query = composition === undefined ? '' : `?composition=${composition}`;
  const response = await browser.request(`/api/portal/events${query}`, {signal: abort.signal});
  if (!response.ok || response.body === null) throw new Error(`no stream: ${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';

  const readMessage = async (): Promise<{type: string; data: unknown} | undefined> => {
    for (;;) {
      const at = buffer.indexOf('\n\n');
      if (at >= 0) {
        const block = buffer.slice(0, at);
        buffer = buffer.slice(at + 2);
        const type = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (type !== undefined && data !== undefined) return {type, data: JSON.parse(data)};
        continue;
      }
      const {done, value} = await reader.read();
      if (done) return undefined;
      buffer += value;
    }
  };

  return {
    async next(type) {
      for (;;) {
        const message = await within(10_000, readMessage());
        if (message === undefined) throw new Error(`the stream ended before ${type}`);
        if (message.type === type) return message.data;
      }
    },
    async ended() {
      for (;;) if ((await within(5000, readMessage())) === undefined) return true;
    },
    close: () => abort.abort(),
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
