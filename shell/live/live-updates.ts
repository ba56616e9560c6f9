import type {Dispose, PortalMessage} from '@openchoreo/portal-contract';
import {followLeader} from './leader.ts';
import {MESSAGE_TYPES} from './message-types.ts';

export interface LiveOptions {
  readonly onMessage: (message: PortalMessage) => void;
  /** The stream was away and is back: what happened meanwhile was not heard. */
  readonly onGap: () => void;
  /** The stream broke off; `onGap` follows when it is back. */
  readonly onLost: () => void;
  /** Asked at each connection. */
  readonly url?: () => string;
  /** Names the lock and the channel; tabs with the same name share one stream. */
  readonly name?: string;
  readonly createSource?: (url: string) => EventSource;
  /** Milliseconds before the first new attempt; each further one waits twice as long, up to a minute. */
  readonly delay?: number;
}

const LONGEST = 60_000;

/**
 * Listens to the gateway. One tab of the browser holds the stream and passes on what it hears; the others take its
 * place when it closes. Reconnects by itself.
 */
export function listenLive(options: LiveOptions): Dispose {
  const {name = 'portal:live', url = () => '/api/portal/events', delay = 1000, onMessage, onGap, onLost} = options;
  const {createSource = (address: string) => new EventSource(address)} = options;
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', ({data}: MessageEvent<PortalMessage | 'gap' | 'lost'>) => {
    if (data === 'gap') onGap();
    else if (data === 'lost') onLost();
    else onMessage(data);
  });

  function connect(signal: AbortSignal, attempt: number, isFirst: boolean): void {
    if (signal.aborted) return;
    const source = createSource(url());
    let attempts = attempt;
    let reading = Promise.resolve();
    source.addEventListener('open', () => {
      attempts = 0;
      if (!isFirst) {
        onGap();
        channel.postMessage('gap');
      }
      isFirst = false;
    });
    for (const type of MESSAGE_TYPES) {
      source.addEventListener(type, (event) => {
        const {data} = event as MessageEvent<string>;
        // One after the other, so that messages keep their order while the parser is on its way.
        reading = reading.then(async () => {
          const {readMessage} = await import('./read-message.ts');
          const message = readMessage(type, data);
          if (!message || signal.aborted) return;
          onMessage(message);
          channel.postMessage(message);
        });
        // What could not be read counts as missed, and holds up nothing that comes after it.
        reading = reading.catch(() => onGap());
      });
    }
    source.addEventListener('error', () => {
      // The browser would reconnect at a fixed pace, and not at all after an answer that is no stream.
      source.close();
      if (signal.aborted) return;
      if (attempts === 0) {
        onLost();
        channel.postMessage('lost');
      }
      setTimeout(() => connect(signal, attempts + 1, false), Math.min(delay * 2 ** attempts, LONGEST));
    });
    signal.addEventListener('abort', () => source.close(), {once: true});
  }

  const leave = followLeader(name, (signal, handedOver) => connect(signal, 0, !handedOver));
  return () => {
    leave();
    channel.close();
  };
}
