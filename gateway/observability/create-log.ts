import {pino, type DestinationStream, type Logger} from 'pino';

export type Log = Logger;

/** The gateway's JSON log. Nothing that opens a door gets into it, whoever logs it. */
export function createLog(options: {readonly level: string; readonly destination?: DestinationStream}): Log {
  const settings = {
    level: options.level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: {level: (label: string) => ({level: label})},
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
