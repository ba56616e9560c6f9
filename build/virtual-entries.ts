import {isAbsolute} from 'node:path';
import type {Plugin} from 'vite';

const PREFIX = 'portal-entry:';

/** What is built under one name: a source file as it is, or code made for the build. */
export type Entries = ReadonlyMap<string, string>;

/** A Vite plugin that knows the code of the entries that are no source file. */
export function virtualEntries(entries: Entries): Plugin {
  return {
    name: 'portal:virtual-entries',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith(`\0${PREFIX}`) ? entries.get(id.slice(PREFIX.length + 1)) : undefined),
  };
}

/** Rolldown's `input` for these entries. */
export function toInput(entries: Entries): Record<string, string> {
  return Object.fromEntries(
    [...entries].map(([name, source]) => [name, isAbsolute(source) ? source : `${PREFIX}${name}`]),
  );
}
