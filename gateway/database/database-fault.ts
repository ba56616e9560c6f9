import {PortalError} from '@openchoreo/portal-contract';

/** `DATABASE_UNAVAILABLE` when the error, or what caused it, is a lost or refused connection; otherwise `undefined`. */
export function toDatabaseFault(error: unknown): PortalError | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    // A DOMException's is a number.
    const {code} = cause as {readonly code?: unknown};
    const lost = typeof code === 'string' && (CONNECTION.has(code) || code.startsWith('08'));
    if (lost || /connection terminated|timeout exceeded when trying to connect/i.test(cause.message)) {
      return new PortalError('DATABASE_UNAVAILABLE', [], {cause: error});
    }
  }
  return undefined;
}

/** Node's codes for sockets, PostgreSQL's for a server that stops. */
const CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
]);
