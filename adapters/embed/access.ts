import type {EmbedToken} from '@openchoreo/portal-contract';
import type {GetToken} from './embed-options.ts';

export interface Access {
  /** The person's token comes from the page from now on; without a function, from the sign-in window. */
  follow(getToken: GetToken | undefined): void;
  /** Takes a token of the sign-in window. It is kept in memory, nowhere else. */
  keep(token: EmbedToken): void;
  forget(): void;
  /** Whether somebody is known: asks the page for its token, or takes the window's. */
  isKnown(): Promise<boolean>;
  /** As `fetch`, of the portal, in the person's name. What was refused for its token is sent once more with a new one. */
  readonly send: typeof fetch;
}

export interface AccessOptions {
  readonly portal: string;
  readonly fetch: typeof fetch;
  /** A token was refused for good. */
  readonly onRefused: (response: Response) => void;
}

/** A token is exchanged this long before it runs out. */
const RENEW_BEFORE = 60_000;

/** The person in the page as the portal's gateway knows them: by a token, never by a cookie. */
export function createAccess({portal, fetch: get, onRefused}: AccessOptions): Access {
  let getToken: GetToken | undefined;
  let kept: EmbedToken | undefined;
  let renewal: Promise<void> | undefined;

  function call(url: string, init: RequestInit = {}, token?: string): Promise<Response> {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    return get(url, {...init, headers, mode: 'cors', credentials: 'omit', referrerPolicy: 'origin'});
  }

  /** Nothing changes when the portal does not answer: the token is good for a while. */
  async function renew(current: EmbedToken): Promise<void> {
    const response = await call(`${portal}/embed/token`, {method: 'POST'}, current.token).catch(() => undefined);
    if (response?.ok && kept === current) kept = (await response.json()) as EmbedToken;
  }

  async function read(refresh = false): Promise<string | undefined> {
    const given = await getToken?.({refresh});
    if (given !== undefined) return given;
    if (kept && kept.expiresAt - Date.now() < RENEW_BEFORE) {
      renewal ??= renew(kept).finally(() => (renewal = undefined));
      await renewal;
    }
    return kept?.token;
  }

  return {
    follow: (next) => void (getToken = next),
    keep: (token) => void (kept = token),
    forget: () => void (kept = undefined),
    isKnown: async () => (await read()) !== undefined,
    async send(input, init) {
      const url = new URL(input instanceof Request ? input.url : input, portal);
      if (url.origin !== portal) throw new TypeError(`${url.origin} is not the portal`);
      // Its address says whose it is; a plain request needs no preflight.
      if (url.pathname.startsWith('/embed/code/')) return call(url.href, init);
      const token = await read();
      const response = await call(url.href, init, token);
      if (response.status !== 401) return response;
      const next = getToken && (await read(true));
      const again = next !== undefined && next !== token ? await call(url.href, init, next) : response;
      if (again.status === 401) onRefused(again.clone());
      return again;
    },
  };
}
