import {
  type KindName,
  KINDS,
  type ListOptions,
  type OpenChoreoClient,
  PortalError,
  type Resource,
} from '@openchoreo/portal-contract';

export interface TestPlatform {
  readonly client: OpenChoreoClient;
  /** What was asked for, such as `create components cart`. */
  readonly calls: string[];
  /** What is stored now. */
  all(kind: KindName): readonly Resource[];
  put(kind: KindName, ...resources: readonly Resource[]): void;
  /** Answers of `request`, by path. */
  readonly answers: Map<string, unknown>;
  /** Makes calls whose line begins so reject; `undefined` lets them through again. */
  fail(calls: string, error: Error | undefined): void;
  /** Makes calls whose line begins so wait until the returned function is called. */
  hold(calls: string): () => void;
}

/** The platform's client over objects in memory: true filters, conflicts and missing objects, no authorization. */
export function createTestPlatform(): TestPlatform {
  const stored = new Map<KindName, Resource[]>();
  const failures = new Map<string, Error | undefined>();
  const held = new Map<string, Promise<void>>();
  const calls: string[] = [];
  const answers = new Map<string, unknown>();
  const all = (kind: KindName): Resource[] => stored.get(kind) ?? [];

  async function enter(call: string): Promise<void> {
    calls.push(call);
    await Promise.all([...held].filter(([start]) => call.startsWith(start)).map(([, released]) => released));
    for (const [start, error] of failures) if (error !== undefined && call.startsWith(start)) throw error;
  }

  function find(kind: KindName, name: string): Resource {
    const found = all(kind).find(({metadata}) => metadata.name === name);
    if (!found) throw refusal(404, `${KINDS[kind].kind} ${name} not found`);
    return found;
  }

  async function listAll(kind: KindName, options: ListOptions = {}): Promise<readonly Resource[]> {
    await enter(`list ${kind}`);
    return all(kind).filter((resource) => isIn(kind, resource, options));
  }

  const client = {
    listAll,
    list: async (kind: KindName, options?: ListOptions) => ({items: await listAll(kind, options), pagination: {}}),
    async get(kind: KindName, {name}: {name: string}) {
      await enter(`get ${kind} ${name}`);
      return find(kind, name);
    },
    async create(kind: KindName, resource: Resource) {
      const {name} = resource.metadata;
      await enter(`create ${kind} ${name}`);
      if (all(kind).some(({metadata}) => metadata.name === name)) throw refusal(409, `${name} already exists`);
      stored.set(kind, [...all(kind), resource]);
      return resource;
    },
    async update(kind: KindName, resource: Resource) {
      const {name} = resource.metadata;
      await enter(`update ${kind} ${name}`);
      const before = find(kind, name);
      stored.set(
        kind,
        all(kind).map((one) => (one === before ? resource : one)),
      );
      return resource;
    },
    async remove(kind: KindName, {name}: {name: string}) {
      await enter(`remove ${kind} ${name}`);
      const before = find(kind, name);
      stored.set(
        kind,
        all(kind).filter((one) => one !== before),
      );
    },
    async request(path: string) {
      await enter(`request ${path}`);
      if (!answers.has(path)) throw refusal(404, `${path} not found`);
      return answers.get(path);
    },
  };

  return {
    client: client as unknown as OpenChoreoClient,
    calls,
    all,
    answers,
    put: (kind, ...resources) => void stored.set(kind, [...all(kind), ...resources]),
    fail: (start, error) => void failures.set(start, error),
    hold(start) {
      let release = (): void => {};
      held.set(start, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(start);
        release();
      };
    },
  };
}

function isIn(kind: KindName, {metadata, spec}: Resource, {namespace, project, component}: ListOptions): boolean {
  const {owner} = (spec ?? {}) as {owner?: {projectName?: string; componentName?: string}};
  if (KINDS[kind].namespaced && metadata.namespace !== namespace) return false;
  if (project !== undefined && owner?.projectName !== project) return false;
  return component === undefined || owner?.componentName === component;
}

function refusal(status: number, sentence: string): PortalError {
  return new PortalError('PLATFORM_REFUSED', [String(status), sentence], {cause: {error: sentence}});
}
