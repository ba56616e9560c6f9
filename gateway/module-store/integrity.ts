import {createHash} from 'node:crypto';
import type {ModuleFiles} from './read-module-folder.ts';

const STRENGTH = ['sha256', 'sha384', 'sha512'] as const;

/** Whether the bytes are those the SRI text was made of. Of several digests the strongest kind decides, as in a browser. */
export function matchesIntegrity(bytes: Uint8Array, integrity: string): boolean {
  const digests = integrity
    .trim()
    .split(/\s+/)
    .map((one) => one.split('?')[0] ?? '');
  const strongest = STRENGTH.findLast((algorithm) => digests.some((one) => one.startsWith(`${algorithm}-`)));
  if (strongest === undefined) return false;
  const found = `${strongest}-${createHash(strongest).update(bytes).digest('base64')}`;
  return digests.includes(found);
}

export function toIntegrity(bytes: Uint8Array): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}

/** One text for all the bytes of a module: two with the same have the same files. */
export function toModuleDigest(files: ModuleFiles): string {
  const lines = [...files].map(([path, bytes]) => `${path} ${toIntegrity(bytes)}`).sort();
  return toIntegrity(Buffer.from(lines.join('\n')));
}
