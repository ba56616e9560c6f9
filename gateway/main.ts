import {join} from 'node:path';
import {PortalError} from '@openchoreo/portal-contract';
import {readConfig} from './config/index.ts';
import {createLog} from './observability/index.ts';
import {openPortal, type OpenPortal} from './open-portal.ts';

const config = readConfig(process.env);
if (!config.ok) {
  for (const error of config.error) console.error(`${error.code}: ${error.message}`);
  process.exit(1);
}

const log = createLog({level: config.value.logLevel ?? (process.stderr.isTTY ? 'warn' : 'info')});
let portal: OpenPortal;
try {
  portal = await openPortal(config.value, {log, buildFolder: join(import.meta.dirname, '..', 'dist')});
} catch (error) {
  if (error instanceof PortalError) console.error(`${error.code}: ${error.message}`);
  else console.error(error);
  if (error instanceof PortalError && error.cause !== undefined) log.debug({err: error.cause}, error.code);
  process.exit(1);
}
console.log(`OpenChoreo Portal: ${config.value.publicUrl}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    log.info({signal}, 'stopping');
    void portal.close().then(() => process.exit(0));
  });
}
