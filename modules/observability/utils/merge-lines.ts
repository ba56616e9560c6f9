import type {LogLine} from '@openchoreo/portal-contract';
import {toLineId} from './line-id.ts';

/** A line with its name. */
export interface NamedLine {
  readonly id: string;
  readonly line: LogLine;
}

/** Lists of lines as one, the newest first, each line once: stretches of time overlap where they meet. */
export function mergeLines(...lists: readonly (readonly LogLine[])[]): readonly NamedLine[] {
  const seen = new Map<string, NamedLine>();
  for (const line of lists.flat()) {
    const id = toLineId(line);
    if (!seen.has(id)) seen.set(id, {id, line});
  }
  return [...seen.values()];
}
