import {at, isJsonObject, listAt, textAt, type Json, type JsonObject} from '../engine/json.ts';
import type {Resource} from '../engine/resource.ts';
import {toComponentOwner} from '../kinds/owner.ts';
import {findListener, toPlaneNamespace, type Site} from './find-plane.ts';

const SCHEMES: Readonly<Record<string, string>> = {
  HTTP: 'http',
  GraphQL: 'http',
  Websocket: 'ws',
  gRPC: 'grpc',
  TCP: 'tcp',
  UDP: 'udp',
};

/** Where each endpoint of a release is reached in one environment: inside the plane, and through its gateways. */
export function toEndpoints(binding: Resource, release: Resource, site: Site): readonly JsonObject[] {
  const endpoints = at(release.spec, 'workload', 'endpoints');
  if (!isJsonObject(endpoints)) return [];
  return Object.entries(endpoints)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, endpoint]) => toEndpoint(binding, {name, endpoint: endpoint ?? {}, site}));
}

function toEndpoint(
  {namespace, spec}: Resource,
  {name, endpoint, site}: {name: string; endpoint: Json; site: Site},
): JsonObject {
  const {project, component} = toComponentOwner(spec);
  const type = textAt(endpoint, 'type') ?? 'HTTP';
  const scheme = SCHEMES[type] ?? 'http';
  const path = textAt(endpoint, 'basePath') ?? '/';
  const visibility = listAt(endpoint, 'visibility');
  const place = toPlaneNamespace(namespace, project, site.environment.name);
  const port = at(endpoint, 'port');
  const external = visibility.includes('external') ? toUrl('external') : undefined;
  const internal = visibility.includes('internal') ? toUrl('internal') : undefined;
  return {
    name,
    type,
    serviceURL: {
      scheme,
      host: `${component}.${place}.svc.cluster.local`,
      ...(typeof port === 'number' && {port}),
      path,
    },
    ...(external && {invokeURL: toText(external), externalURLs: {http: external}}),
    ...(internal && {internalURLs: {http: internal}}),
  };

  function toUrl(network: 'external' | 'internal'): Url | undefined {
    const listener = findListener(site, network);
    if (!listener) return undefined;
    const host = `${site.environment.name}-${namespace}.${listener.host}`;
    const route = `/${component}-${name}${path === '/' ? '' : path}`;
    return {scheme: scheme === 'grpc' ? 'http' : scheme, host, port: listener.port, path: route};
  }
}

interface Url extends JsonObject {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
}

function toText({scheme, host, port, path}: Url): string {
  return `${scheme}://${host}${port === 80 ? '' : `:${port}`}${path}`;
}
