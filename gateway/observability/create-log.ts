import {pino, type DestinationStream, type Logger, type LoggerOptions} from 'pino';
import {serializeError, withoutParameters} from './serialize-error.ts';

export type Log = Logger;

/** The gateway's JSON log. Nothing that opens a door gets into it, whoever logs it. */
export function createLog(options: {readonly level: string; readonly destination?: DestinationStream}): Log {
  const settings: LoggerOptions = {
    level: options.level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {level: (label: string) => ({level: label})},
    hooks: {
      // Without a sentence of its own a line takes the error's, past the serializer.
      logMethod(args, method) {
        const [first, text, ...rest] = args as [unknown, string?, ...unknown[]];
        const error = first instanceof Error ? first : (first as {err?: unknown} | undefined)?.err;
        const sentence = text ?? (error instanceof Error ? withoutParameters(error.message) : undefined);
        method.apply(this, [first, ...(sentence === undefined ? [] : [sentence]), ...rest] as typeof args);
      },
    },
    serializers: {err: serializeError},
    redact: {paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`)], censor: '[redacted]'},
  };
  return options.destination ? pino(settings, options.destination) : pino(settings, pino.destination({fd: 2}));
}

const SECRETS = [
  'cookie',
  'authorization',
  'password',
  'accessToken',
  'refreshToken',
  'idToken',
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'clientSecret',
  'secret',
  'token',
  'tokens',
  'verifier',
  '["set-cookie"]',
];
