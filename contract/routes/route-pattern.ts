/** What stands between two slashes of a route's path. */
export type PatternPart =
  | {readonly kind: 'text'; readonly text: string}
  /** One segment of an address; `accepts` narrows which: `\d+`, or words with `|` between. */
  | {readonly kind: 'parameter'; readonly name: string; readonly accepts?: string}
  /** All that is left of an address, at least one segment. */
  | {readonly kind: 'rest'; readonly name: string};

/** The parts of `/reports/:id`, `/logs/:level(info|error)`, `/builds/:number(\d+)`, `/files/:path(.*)`, `/(.*)`. */
export function parsePattern(path: string): readonly PatternPart[] {
  return path.split('/').filter(Boolean).map(parsePart);
}

function parsePart(text: string): PatternPart {
  const [, name, accepts] = /^(?::(\w+))?(?:\((.+)\))?$/.exec(text) ?? [];
  if (accepts === '.*') return {kind: 'rest', name: name ?? '0'};
  if (name === undefined) return {kind: 'text', text};
  return accepts === undefined ? {kind: 'parameter', name} : {kind: 'parameter', name, accepts};
}

/** Segments of an address: `/a/b` has two, `/` none. */
export function toSegments(path: string): readonly string[] {
  return path === '' || path === '/' ? [] : path.replace(/^\//, '').split('/');
}

/** The value as it stands in an address; those of a rest keep their slashes. */
export function encodeSegments(value: string): string {
  return value.split('/').map(encodeURIComponent).join('/');
}
