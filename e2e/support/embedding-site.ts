import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {build, type Rolldown} from 'vite';
import {freePort} from '../../scripts/free-port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A web site of somebody else, on another origin and another site than the portal. */
export interface EmbeddingSite {
  readonly origin: string;
  /** Makes a page at the path. Its policy is as strict as can be. */
  put(path: string, page: SitePage): void;
  /** Bundles one of `e2e/embed-apps/` as its authors would, and serves it at `/<name>.js`. */
  putApp(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface SitePage {
  readonly portal: string;
  readonly body: string;
  /** Addresses of module scripts. */
  readonly scripts?: readonly string[];
  readonly lang?: string;
  readonly head?: string;
}

export async function startEmbeddingSite(): Promise<EmbeddingSite> {
  const port = await freePort();
  // `localhost`, where the portal is, is another site for browsers.
  const origin = `http://127.0.0.1:${port}`;
  const pages = new Map<string, SitePage>();
  const scripts = new Map<string, string>();
  const server = createServer(({url = '/'}, response) => {
    const [path = '/'] = url.split('?');
    const script = scripts.get(path);
    if (script !== undefined) return response.setHeader('content-type', 'text/javascript').end(script);
    const page = pages.get(path);
    if (page === undefined) return response.writeHead(404).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', toPolicy(page));
    return response.end(toHtml(page));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    origin,
    put: (path, page) => void pages.set(path, page),
    putApp: async (name) => void scripts.set(`/${name}.js`, await bundleApp(name)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What `docs/embedding.md` says an embedding page needs, and nothing more. */
function toPolicy({portal}: SitePage): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${portal}`,
    `connect-src ${portal}`,
    'img-src data:', // its own icon
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html vue 'allow-duplicates'",
  ].join('; ');
}

function toHtml({portal, body, scripts = [], lang = 'en', head = ''}: SitePage): string {
  const tags = scripts.map((src) => `<script type="module" src="${src}"></script>`).join('');
  return `<!doctype html><html lang="${lang}" data-portal="${portal}"><head><meta charset="utf-8"><title>Somebody else</title>
<link rel="icon" href="data:,">${head}${tags}</head><body>${body}</body></html>`;
}

async function bundleApp(name: string): Promise<string> {
  const {output} = (await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      write: false,
      target: 'es2023',
      lib: {entry: `e2e/embed-apps/${name}.ts`, formats: ['es']},
    },
  }).then((built) => (Array.isArray(built) ? built[0] : built))) as Rolldown.RolldownOutput;
  return output[0].code;
}
