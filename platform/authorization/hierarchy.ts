import type {Scope} from './actions.ts';

/** Where something is. `component` and `resource` are siblings under a project. */
export interface Hierarchy {
  readonly namespace?: string | undefined;
  readonly project?: string | undefined;
  readonly component?: string | undefined;
  readonly resource?: string | undefined;
}

/** The path of everything: of bindings without a scope, and of requests at cluster scope. */
const EVERYTHING = '*';

const LEVELS = [
  ['namespace', 'ns'],
  ['project', 'project'],
  ['component', 'component'],
  ['resource', 'resource'],
] as const;

const DEPTH: Readonly<Record<Scope, number>> = {cluster: 0, namespace: 1, project: 2, component: 4, resource: 4};

/** `ns/acme/project/shop/component/cart`, cut at the scope; `*` when nothing is named. */
export function toPath(hierarchy: Hierarchy, scope: Scope = 'resource'): string {
  const parts: string[] = [];
  for (const [level, word] of LEVELS.slice(0, DEPTH[scope])) {
    const name = hierarchy[level];
    if (name) parts.push(word, name);
  }
  return parts.join('/') || EVERYTHING;
}

/** Whether a policy at one path governs a request at another: the same place, or any place below. */
export function covers(policy: string, request: string): boolean {
  return policy === EVERYTHING || policy === request || request.startsWith(`${policy}/`);
}
