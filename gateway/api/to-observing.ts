/** The actions' names of what the observer's paths begin with; the others are named as in their path. */
const RESOURCES: Readonly<Record<string, string>> = {costs: 'finops'};

/**
 * The action that a request to the observer takes which changes nothing. It asks by POST too: `…/query` with what is
 * looked for in its body. Undefined for what changes something, or is not known.
 */
export function toObserving(method: string, path: string): string | undefined {
  const [, resource = '', rest = ''] =
    /^\/api\/v1(?:alpha1)?\/(logs|events|metrics|traces|alerts|incidents|costs)(\/.*)?$/.exec(path) ?? [];
  const asks = method === 'GET' || (method === 'POST' && /\/(query|runtime-topology)$/.test(rest));
  return resource && asks ? `${RESOURCES[resource] ?? resource}:view` : undefined;
}
