import {request, type IncomingMessage, type ServerResponse} from 'node:http';

/** Hands a request on to a port of this machine, and its answer back as it comes, so that event streams flow. */
export function proxyTo(port: number) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const {method, url, headers} = incoming;
    const forwarded = request({host: '127.0.0.1', port, method, path: url, headers}, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => {
      if (outgoing.headersSent) return void outgoing.destroy();
      // The gateway is starting: the page asks again by itself.
      outgoing.writeHead(503, {'content-type': 'text/html', 'retry-after': '1', refresh: '1'});
      outgoing.end('The gateway is starting …');
    });
    outgoing.on('close', () => forwarded.destroy());
    incoming.pipe(forwarded);
  };
}
