import {editDistance, type Explanation} from '@openchoreo/portal-contract';
import {toCommandId} from './command-id.ts';

/** What was asked for, or the names that are near it. */
export type Found =
  | {readonly found: Explanation; readonly near?: undefined}
  | {readonly found?: undefined; readonly near: readonly string[]};

const MOST_NEAR = 5;

/**
 * Finds what somebody means by a module's id, the key of one of its parts, a path (`/catalog/components/cart` is the
 * page `/catalog/components/:component`), a command's full id, or the id alone of a command or another contribution.
 */
export function findExplained(query: string, all: readonly Explanation[]): Found {
  const asked = query.trim();
  const path = asked.startsWith('/') ? (asked.split(/[?#]/)[0] ?? '').replace(/(.)\/$/, '$1') : undefined;
  const found =
    all.find(({key}) => key === (path ?? asked)) ??
    (path === undefined ? undefined : all.find(({kind, key}) => kind === 'page' && covers(key, path))) ??
    all.find((one) => toCommandId(one) === asked) ??
    all.find(({kind, key}) => kind !== 'page' && key.split('/').at(-1) === asked);
  if (found) return {found};
  const distances = all.map(({key}) => ({key, distance: distance(asked, key)}));
  const near = distances.toSorted((a, b) => a.distance - b.distance).slice(0, MOST_NEAR);
  return {near: near.map(({key}) => key)};
}

function covers(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}

/** How many letters have to change; less where one holds the other. */
function distance(a: string, b: string): number {
  return b.includes(a) || a.includes(b) ? Math.abs(a.length - b.length) / 100 : editDistance(a, b);
}
