import {PortalError, type EmbedToken} from '@openchoreo/portal-contract';

export interface SignInWindow {
  readonly portal: string;
  readonly open: (url: string) => Pick<Window, 'closed'> | null;
  /** Milliseconds between two looks whether the person has closed it. */
  readonly interval?: number;
}

/**
 * Opens the portal's sign-in window and waits for the token that it posts. Undefined when the person closed it; rejects
 * with `EMBED_POPUP_BLOCKED` when it could not be opened. A message counts only from the portal's origin, from this very
 * window, and with the number it was opened with.
 */
export function askForToken({portal, open, interval = 500}: SignInWindow): Promise<EmbedToken | undefined> {
  const state = [...crypto.getRandomValues(new Uint8Array(24))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const opened = open(`${portal}/embed/sign-in?${new URLSearchParams({origin: location.origin, state}).toString()}`);
  if (!opened) return Promise.reject(new PortalError('EMBED_POPUP_BLOCKED', []));
  return new Promise((resolve) => {
    const end = new AbortController();
    const finish = (token: EmbedToken | undefined): void => {
      end.abort();
      clearInterval(timer);
      resolve(token);
    };
    // A provider may cut the window from this page: then it looks closed at once, and the person tries once more.
    const timer = setInterval(() => opened.closed && finish(undefined), interval);
    addEventListener(
      'message',
      ({origin, source, data}: MessageEvent<unknown>) => {
        if (origin !== portal || source !== (opened as unknown) || !isToken(data) || data.state !== state) return;
        finish({token: data.token, expiresAt: data.expiresAt});
      },
      {signal: end.signal},
    );
  });
}

function isToken(data: unknown): data is EmbedToken & {readonly state: string} {
  const {type, token, expiresAt} = (data ?? {}) as Readonly<Record<string, unknown>>;
  return type === 'openchoreo-embed-token' && typeof token === 'string' && typeof expiresAt === 'number';
}
