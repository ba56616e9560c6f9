import {createServer} from 'node:http';
import {once} from 'node:events';
import {brotliCompressSync} from 'node:zlib';
import {freePort} from '../scripts/free-port.ts';

/** A server of one static page with a dashboard's worth of text: what no portal can beat on this machine. */
export async function serveLimitPage(): Promise<{readonly url: string; close(): void}> {
  const body = brotliCompressSync(limitPage());
  const port = await freePort();
  const server = createServer((_, response) => {
    response
      .writeHead(200, {'content-type': 'text/html', 'content-encoding': 'br', 'cache-control': 'no-store'})
      .end(body);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {url: `http://127.0.0.1:${port}/`, close: () => server.close()};
}

function limitPage(): string {
  const cards = Array.from(
    {length: 40},
    (_, index) => `<section><h3>Card ${index}</h3><p>Text of the card ${index}.</p></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>limit</title><style>
    body{margin:0;font:14px system-ui}main{display:grid;grid-template-columns:repeat(4,1fr);gap:16px;padding:24px}
    section{padding:16px;border:1px solid #ddd;border-radius:8px}</style><header>OpenChoreo</header><main>${cards.join('')}</main></html>`;
}
