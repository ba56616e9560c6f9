import {join} from 'node:path';
import {ASSETS} from './paths.ts';
import type {Chunks} from './preloads.ts';

/** Files of modules that are built to where everybody gets them, though only some people may have their module. */
export function findExposedCode(
  chunks: Chunks,
  root: string,
  open = `${ASSETS}/`,
  /** What is below `open` and yet not for everybody. */
  closed?: string,
): readonly string[] {
  const start = join(root, 'modules/');
  return Object.values(chunks)
    .filter(({fileName}) => fileName.startsWith(open) && !(closed && fileName.startsWith(closed)))
    .flatMap(({modules}) => Object.keys(modules).filter((id) => id.startsWith(start)));
}
