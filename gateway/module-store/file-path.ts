import {LIMITS} from './limits.ts';

const SEGMENT = /^[A-Za-z0-9_@+~][A-Za-z0-9._@+~-]*$/;

/** Whether it names a file inside a module: relative, without `..`, hidden parts, or anything an address or a shell would read otherwise. */
export function isFilePath(path: string): boolean {
  const segments = path.split('/');
  return path.length <= LIMITS.path && segments.length <= LIMITS.depth && segments.every((one) => SEGMENT.test(one));
}

/** An entry of a manifest as the path of a file; `undefined` when it leads anywhere else. */
export function toFilePath(entry: string): string | undefined {
  const path = entry.replace(/^\.\//, '');
  return isFilePath(path) ? path : undefined;
}
