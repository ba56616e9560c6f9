import type {PortalError} from '@openchoreo/portal-contract';
import {findIgnored, readConfig} from './config/index.ts';
import {isPortalError} from './http/index.ts';
import {createLog} from './observability/index.ts';
import {openPortal, type OpenPortal} from './open-portal.ts';
import {wayOut} from './way-out.ts';

/**
 * Runs the portal as this process: says on one line where it is, or on one line each what is wrong, and ends with
 * SIGINT, SIGTERM or SIGHUP after letting running requests end. Exit code 1 when it could not start.
 */
export async function runPortal(process: NodeJS.Process, buildFolder: string): Promise<void> {
  const config = readConfig(process.env);
  if (!config.ok) {
    for (const error of config.error) process.stderr.write(toLine(error));
    process.exitCode = 1;
    return;
  }
  const log = createLog({level: config.value.logLevel ?? (process.stderr.isTTY ? 'warn' : 'info')});
  for (const name of findIgnored(process.env)) {
    log.warn({variable: name}, `${name} is not supported by this version and is ignored`);
  }
  const portal = await open(() => openPortal(config.value, {log, buildFolder}));
  if (portal === undefined) return process.exit(1);

  const stop = (signal: NodeJS.Signals): void => {
    log.info({signal}, 'stopping');
    void portal.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('SIGHUP', stop);
  // Last: whoever waits for this line may send a signal at once.
  process.stdout.write(`OpenChoreo Portal: ${config.value.publicUrl}\n`);

  async function open(start: () => Promise<OpenPortal>): Promise<OpenPortal | undefined> {
    try {
      return await start();
    } catch (error) {
      if (!isPortalError(error)) throw error;
      process.stderr.write(toLine(error));
      log.debug({err: error.cause}, 'the cause');
      return undefined;
    }
  }
}

function toLine(error: PortalError): string {
  return `${error.code}: ${error.message}${wayOut(error.code)}\n`;
}
