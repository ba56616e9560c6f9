/** What reading a path needs. */
export interface Reading {
  readonly action: string;
  /** Whether it is a list, of which one may see nothing, or one object, which one may be refused. */
  readonly isList: boolean;
}

/** Says nothing of what is in the platform. */
const OPEN = /^\/(version|health|ready|openapi\.json|api\/v1\/authz\/actions|api\/v1\/authn\/.*)$/;

/** Below an object, with a permission of its own. */
const OWN_ACTIONS: ReadonlySet<string> = new Set(['wirelogs']);

/**
 * The action that reading a path of the platform's API takes: its paths are regular, `/api/v1[/namespaces/<name>]/<kind>[/<name>/…]`,
 * and its actions are named for the kind. Undefined for what is neither.
 */
export function toReading(path: string): Reading | 'open' | undefined {
  if (OPEN.test(path)) return 'open';
  const [, rest] = /^\/api\/v1(?:alpha1)?\/([^?]+)$/.exec(path) ?? [];
  if (rest === undefined) return undefined;
  const parts = rest.split('/');
  if (parts.includes('')) return undefined;
  const [kind = '', name, ...below] = parts[0] === 'namespaces' && parts.length > 2 ? parts.slice(2) : parts;
  if (!/^[a-z]+s$/.test(kind)) return undefined;
  const own = below.find((part) => OWN_ACTIONS.has(part));
  return {action: `${own ?? kind.slice(0, -1)}:view`, isList: name === undefined};
}
