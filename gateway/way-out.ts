import type {ErrorCode} from '@openchoreo/portal-contract';

/** What the operator does about an error that stops the start, for the end of its line; empty where the error says it. */
export function wayOut(code: ErrorCode): string {
  const sentence = WAYS[code];
  return sentence === undefined ? '' : ` ${sentence} (docs/errors/${code}.md)`;
}

const WAYS: Partial<Record<ErrorCode, string>> = {
  BUILD_MISSING: 'Run npm start, which builds what is missing.',
  DATA_DIR_LOCKED: 'Stop the other portal, or set DATA_DIR to a folder of its own.',
  DATA_DIR_UNUSABLE: 'Make the folder writable for this user, or set DATA_DIR to another.',
  DATABASE_UNAVAILABLE: 'Check DATABASE_URL and the server; restore a damaged data folder from a backup.',
  PORT_IN_USE: 'Set PORT (and PUBLIC_URL) to a free one.',
};
