import {Hono} from 'hono';
import type {PlatformGate} from '../api/index.ts';
import type {GatewayEnv} from '../http/index.ts';
import type {Metrics} from './metrics.ts';

type Check = () => Promise<void>;

/** `/healthz`: the process runs. `/readyz`: what it needs answers. `/metrics`: for Prometheus. */
export function systemRoutes(options: {
  readonly metrics: Metrics;
  readonly gate: PlatformGate;
  readonly checkDatabase: Check;
}): Hono<GatewayEnv> {
  const app = new Hono<GatewayEnv>();
  const checks: Readonly<Record<string, Check>> = {
    database: options.checkDatabase,
    platform: () => checkPlatform(options.gate),
  };

  app.get('/healthz', (context) => context.json({status: 'ok'}, 200, NOT_KEPT));

  app.get('/readyz', async (context) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await check();
          return [name, 'ok'] as const;
        } catch (error) {
          return [name, error instanceof Error ? error.message : String(error)] as const;
        }
      }),
    );
    const ready = results.every(([, result]) => result === 'ok');
    const body = {status: ready ? 'ok' : 'not ready', checks: Object.fromEntries(results)};
    return context.json(body, ready ? 200 : 503, NOT_KEPT);
  });

  app.get('/metrics', async (context) => {
    const {text, contentType} = await options.metrics.render();
    return context.body(text, 200, {...NOT_KEPT, 'content-type': contentType});
  });

  return app;
}

const NOT_KEPT = {'cache-control': 'no-store'};

async function checkPlatform(gate: PlatformGate): Promise<void> {
  const request = new Request('http://platform.internal/health', {signal: AbortSignal.timeout(3000)});
  const response = await gate.fetch(request);
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the platform answered ${response.status}`);
}
