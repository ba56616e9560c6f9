import type {Dispose} from '@openchoreo/portal-contract';

/** What changed in the platform: the kind as on the wire (`Component`), and where. */
export interface PlatformChange {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly action: 'created' | 'updated' | 'deleted';
}

/** The OpenChoreo API as the gateway reaches it: in this process or at an address. */
export interface PlatformGate {
  /** For the log: people do not see where the platform is. */
  readonly url: string;
  /** Takes the path from the API's root. May reject as `fetch` does. */
  fetch(request: Request): Promise<Response>;
  /** Absent where the platform does not tell. */
  onChange?(listener: (change: PlatformChange) => void): Dispose;
}

/** An OpenChoreo API somewhere else, by HTTP. */
export function createRemotePlatform(apiUrl: string): PlatformGate {
  return {
    url: apiUrl,
    fetch(request) {
      const {pathname, search} = new URL(request.url);
      const body = request.body === null ? {} : {body: request.body, duplex: 'half'};
      return fetch(`${apiUrl}${pathname}${search}`, {
        method: request.method,
        headers: request.headers,
        signal: request.signal,
        redirect: 'manual',
        ...body,
      });
    },
  };
}
