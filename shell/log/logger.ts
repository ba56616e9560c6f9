import type {Logger} from '@openchoreo/portal-contract';

export type CreateLogger = (module: string) => Logger;

/** Loggers that say whose line it is. */
export function createLoggers(output: Pick<Console, 'debug' | 'warn' | 'error'>): CreateLogger {
  return (module) => ({
    debug: (message, ...details) => output.debug(`[${module}] ${message}`, ...details),
    warn: (message, ...details) => output.warn(`[${module}] ${message}`, ...details),
    error: (message, ...details) => output.error(`[${module}] ${message}`, ...details),
  });
}
