import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import {getRequestListener} from '@hono/node-server';
import {PortalError} from '@openchoreo/portal-contract';
import {IDENTITY_PATH} from './identity/index.ts';

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Handlers {
  /** Answers everything else. */
  fetch(request: Request): Promise<Response>;
  /** Answers `/idp/**`: the embedded identity provider wants Node's own request. */
  identity?: NodeHandler | undefined;
}

export interface Listening {
  /** From now on requests are answered; those before were told to come again. */
  serve(handlers: Handlers): void;
  /** Takes no new connections, lets running requests end for a while, then cuts what is left. */
  close(grace?: number): Promise<void>;
}

/**
 * Takes the port. Rejects with `PORT_IN_USE`, or `CONFIG_INVALID` for a host that is none of this machine's: before
 * anything slow or anything that would have to be undone.
 */
export async function listen(options: {readonly host: string; readonly port: number}): Promise<Listening> {
  let handle: NodeHandler = notReady;
  const server = createServer({maxHeaderSize: 32 * 1024, requestTimeout: 60_000}, (request, response) => {
    void handle(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(toPortalError(error, options)));
    server.listen(options.port, options.host, resolve);
  });
  return {
    serve({fetch, identity}) {
      const answer = getRequestListener(fetch, {overrideGlobalObjects: false});
      handle = (request, response) =>
        identity !== undefined && isBelow(request.url ?? '', IDENTITY_PATH)
          ? identity(request, response)
          : answer(request, response);
    },
    close: (grace = 10_000) => close(server, grace),
  };
}

async function notReady(_request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(503, {'retry-after': '1', 'content-type': 'text/plain', 'cache-control': 'no-store'});
  response.end('The portal is starting.\n');
}

function isBelow(url: string, path: string): boolean {
  return url === path || url.startsWith(`${path}/`) || url.startsWith(`${path}?`);
}

function toPortalError(error: NodeJS.ErrnoException, {host, port}: {host: string; port: number}): Error {
  if (error.code === 'EADDRINUSE') return new PortalError('PORT_IN_USE', [String(port)], {cause: error});
  if (error.code === 'EACCES') {
    const expected = 'a port this user may open';
    return new PortalError('CONFIG_INVALID', ['PORT', `'${port}'`, expected], {cause: error});
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new PortalError('CONFIG_INVALID', ['HOST', `'${host}'`, 'an address of this machine'], {cause: error});
  }
  return error;
}

function close(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
