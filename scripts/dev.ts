import {once} from 'node:events';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {BuildError} from '../build/fault.ts';
import {writeDevPortal} from '../build/write-dev-portal.ts';
import {DEV_FOLDER} from './dev/dev-folder.ts';
import {createDebouncer} from './dev/debouncer.ts';
import {createDevServer} from './dev/dev-server.ts';
import {createGatewayProcess} from './dev/gateway-process.ts';
import {toReaction, type Reaction} from './dev/reaction.ts';
import {freePort} from './free-port.ts';

// The same portal as `npm start`, from its source files: pages reload when their code changes; the manifests are read
// again and the gateway starts again when theirs does.
const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const {PORT: port = '7007', HOST: host = '127.0.0.1', PUBLIC_URL: publicUrl = `http://localhost:${port}`} = process.env;

await writeDevPortal(root, DEV_FOLDER);
const gatewayPort = await freePort();
const {http, vite} = await createDevServer(root, gatewayPort);
const gateway = createGatewayProcess({HOST: '127.0.0.1', PORT: String(gatewayPort), PUBLIC_URL: publicUrl});
http.listen(Number(port), host);
await once(http, 'listening');
await gateway.restart();

const changes = createDebouncer(150, react);
vite.watcher.on('all', (_, file) => {
  const reaction = toReaction(root, file);
  if (reaction !== undefined) changes.add(reaction);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());

async function react(reactions: ReadonlySet<Reaction>): Promise<void> {
  try {
    if (reactions.has('manifests')) await writeDevPortal(root, DEV_FOLDER);
    await gateway.restart();
    vite.ws.send({type: 'full-reload'});
  } catch (error) {
    // The last sound state goes on being served.
    console.error(error instanceof BuildError ? error.message : error);
  }
}

async function stop(): Promise<void> {
  changes.stop();
  await gateway.stop();
  http.closeAllConnections();
  http.close();
  await vite.close();
}
