import {
  PortalError,
  toResourcePath,
  type ListOptions,
  type OpenChoreoClient,
  type Page,
  type Resource,
} from '@openchoreo/portal-contract';
import type {RequestInitJson, SendRequest} from './request.ts';

const ROOT = '/api/openchoreo';

/** The platform's API through the gateway; each answer is looked at before anybody works with it. */
export function createOpenChoreoClient(
  send: SendRequest,
  headers: Readonly<Record<string, string>> = {},
): OpenChoreoClient {
  const call = (path: string, init: RequestInitJson = {}): Promise<unknown> => send(ROOT + path, {...init, headers});

  async function ask<T>(shape: 'page' | 'resource', path: string, init?: RequestInitJson): Promise<T> {
    const [answer, {ANSWERS}] = await Promise.all([call(path, init), import('./answers.ts')]);
    const parsed = ANSWERS[shape].safeParse(answer);
    if (parsed.success) return parsed.data as T;
    throw new PortalError('API_INVALID_ANSWER', [ROOT + path], {cause: parsed.error});
  }

  const client: OpenChoreoClient = {
    list: (kind, {signal, shared, namespace, ...query} = {}) =>
      ask('page', `${toResourcePath(kind, {namespace})}${toQuery(query)}`, {signal, shared}),

    async listAll(kind, options = {}) {
      const items: Resource[] = [];
      let cursor: string | undefined;
      do {
        options.signal?.throwIfAborted();
        const next: Page<Resource> = await client.list(kind, {...options, cursor});
        items.push(...next.items);
        // A cursor that does not move would never end.
        cursor = next.pagination.nextCursor === cursor ? undefined : next.pagination.nextCursor;
      } while (cursor);
      return items as never;
    },

    get: (kind, address, {signal, shared} = {}) => ask('resource', toResourcePath(kind, address), {signal, shared}),
    create: (kind, body) =>
      ask('resource', toResourcePath(kind, {namespace: body.metadata.namespace}), {method: 'POST', body}),
    update: (kind, body) => ask('resource', toResourcePath(kind, body.metadata), {method: 'PUT', body}),
    async remove(kind, address) {
      await call(toResourcePath(kind, address), {method: 'DELETE'});
    },
    request: call,
  };
  return client;
}

function toQuery({limit = 100, ...filters}: Omit<ListOptions, 'signal' | 'shared' | 'namespace'>): string {
  const query = new URLSearchParams({limit: String(limit)});
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
  return `?${query.toString()}`;
}
