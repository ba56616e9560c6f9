import type {Hono} from 'hono';
import type {Authorizer} from '../authorization/authorizer.ts';
import {ApiError} from './api-error.ts';
import {decodeCursor} from './cursor.ts';
import type {JsonObject} from './json.ts';
import type {ResourceKind} from './kind.ts';
import {parseLabelSelector} from './label-selector.ts';
import {isName} from './names.ts';
import {readJson} from './read-json.ts';
import type {ResourceEngine} from './resource-engine.ts';
import type {PageSelection} from './resource-store.ts';
import {toWire} from './to-wire.ts';

export interface CallerVariables {
  readonly Variables: {readonly caller: Authorizer};
}

/** Adds the five operations of a kind, its views and its deeds, at their paths. */
export function addResourceRoutes(
  app: Hono<CallerVariables>,
  kind: ResourceKind,
  {engine, kinds, now}: {engine: ResourceEngine; kinds: ReadonlyMap<string, ResourceKind>; now: () => Date},
): void {
  const list = kind.scope === 'cluster' ? `/api/v1/${kind.plural}` : `/api/v1/namespaces/:namespace/${kind.plural}`;
  const one = `${list}/:name`;
  const place = (params: Record<string, string>) => ({
    namespace: params['namespace'] ?? '',
    name: params['name'] ?? '',
  });

  app.get(list, async ({req, json, var: {caller}}) => {
    const namespace = req.param('namespace') ?? '';
    const query = new URL(req.url).searchParams;
    const selection = toSelection(kind, namespace, query);
    const limit = toLimit(query.get('limit'));
    if (!selection) return json({items: [], pagination: {}});
    const {items, nextCursor} = await engine.list(kind, caller, {selection, limit});
    return json({items: items.map((item) => toWire(kind, item, now())), pagination: {...(nextCursor && {nextCursor})}});
  });
  app.post(list, async ({req, json, var: {caller}}) => {
    const created = await engine.create(kind, caller, {
      namespace: req.param('namespace') ?? '',
      body: await readJson(req.raw),
    });
    return json(toWire(kind, created, now()), 201);
  });
  app.get(one, async ({req, json, var: {caller}}) =>
    json(toWire(kind, await engine.get(kind, caller, place(req.param())), now())),
  );
  if (!kind.frozen) {
    app.put(one, async ({req, json, var: {caller}}) => {
      const body = await readJson(req.raw);
      return json(toWire(kind, await engine.update(kind, caller, {place: place(req.param()), body}), now()));
    });
  }
  app.delete(one, async ({req, body, var: {caller}}) => {
    await engine.remove(kind, caller, place(req.param()));
    return body(null, 204);
  });
  app.all(list, () => methodNotAllowed('GET, POST'));
  app.all(one, () => methodNotAllowed(kind.frozen ? 'GET, DELETE' : 'GET, PUT, DELETE'));
  for (const name of Object.keys(kind.views ?? {})) {
    app.get(`${one}/${name}`, async ({req, json, var: {caller}}) =>
      json(
        await engine.view(kind, caller, {
          place: place(req.param()),
          query: new URL(req.url).searchParams,
          now: now(),
          name,
        }),
      ),
    );
    app.all(`${one}/${name}`, () => methodNotAllowed('GET'));
  }
  for (const [name, {creates}] of Object.entries(kind.deeds ?? {})) {
    app.post(`${one}/${name}`, async ({req, json, var: {caller}}) => {
      const body = await readJson(req.raw);
      const created = await engine.act(kind, caller, {place: place(req.param()), name, body});
      return json(toWire(kinds.get(creates) ?? kind, created, now()), 201);
    });
    app.all(`${one}/${name}`, () => methodNotAllowed('POST'));
  }
}

function methodNotAllowed(allow: string): Response {
  const answer = new ApiError('BAD_REQUEST', `Method not allowed here; allowed: ${allow}`, {status: 405}).toResponse();
  answer.headers.set('allow', allow);
  return answer;
}

/** What the query asks for; undefined when it names something that cannot exist. */
function toSelection(kind: ResourceKind, namespace: string, query: URLSearchParams): PageSelection | undefined {
  const cursor = query.get('cursor');
  const after = cursor ? decodeCursor(cursor) : undefined;
  const labels = parseLabelSelector(query.get('labelSelector') ?? '');
  const owners = (kind.filters ?? []).flatMap((filter) => {
    const value = query.get(filter);
    return value ? [[filter, value] as const] : [];
  });
  const wanted = Object.entries(kind.specFilters ?? {}).flatMap(([filter, path]) => {
    const value = query.get(filter);
    return value ? [{path, value}] : [];
  });
  const names = [...owners.map(([, value]) => value), ...wanted.map(({value}) => value)];
  if (![...names, ...(kind.scope === 'namespace' ? [namespace] : [])].every(isName)) return undefined;
  const spec = wanted.map(({path, value}) =>
    path.reduceRight<JsonObject | string>((inner, key) => ({[key]: inner}), value),
  );
  return {
    ...{kind: kind.plural, namespace, labels, after},
    ...Object.fromEntries(owners),
    ...(spec.length > 0 && {spec: Object.assign({}, ...spec) as JsonObject}),
  };
}

function toLimit(text: string | null): number {
  if (text === null || text === '') return 20;
  if (!/^-?\d+$/.test(text)) {
    throw new ApiError('BAD_REQUEST', 'Invalid format for parameter limit: must be a whole number', {
      details: [{field: 'limit', message: 'must be a whole number'}],
    });
  }
  return Math.min(Math.max(Number(text), 1), 100);
}
