import {createServer, type Server} from 'node:http';
import {join} from 'node:path';
import {createServer as createViteServer, type ViteDevServer} from 'vite';
import {proxyTo} from './proxy.ts';

/** Addresses that are the gateway's whatever files there are. */
const GATEWAY = /^\/(api|auth|idp|m|embed|assets|healthz|readyz|metrics)(\/|$|\?)/;

export interface DevServer {
  readonly http: Server;
  readonly vite: ViteDevServer;
}

/** One origin: source files from Vite, with hot reload, and everything else from the gateway. Does not listen yet. */
export async function createDevServer(root: string, gatewayPort: number): Promise<DevServer> {
  const toGateway = proxyTo(gatewayPort);
  const http = createServer((request, response) => {
    if (GATEWAY.test(request.url ?? '')) toGateway(request, response);
    else vite.middlewares(request, response, () => toGateway(request, response));
  });
  const vite = await createViteServer({
    root,
    configFile: join(root, 'vite.config.ts'),
    server: {
      middlewareMode: true,
      hmr: {server: http},
      watch: {ignored: ['**/dist/**', '**/.cache/**', '**/.data/**']},
    },
    optimizeDeps: {
      entries: ['shell/main.ts', 'modules/*/{pages,components}/**/*.{ts,tsx}', '!**/*.test.{ts,tsx}'],
      // What no source file names: compiled JSX, and what only modules built elsewhere ask for.
      include: ['react', 'react/jsx-runtime', 'react/jsx-dev-runtime', 'react-dom', 'react-dom/client'],
    },
  });
  return {http, vite};
}
