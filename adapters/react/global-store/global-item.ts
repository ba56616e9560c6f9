import {toDescription, toDisplayName, type Resource} from '@openchoreo/portal-contract';

/** A project, component or environment as the global store shows it, whatever the platform's own shape is. */
export interface GlobalItem {
  /** One segment of an address, unique in its namespace. */
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly namespace?: string;
  /** Of a component: its project. */
  readonly projectId?: string;
  /** Of a component: its type, `service`; of an environment: `production` or `development`. */
  readonly type?: string;
  readonly status: 'ready' | 'not-ready' | 'unknown';
  readonly createdAt?: string;
}

/** What the store reads of an object; every kind it shows has some of it. */
export type GlobalResource = Resource<
  {
    readonly owner?: {readonly projectName?: string};
    readonly componentType?: {readonly name: string};
    readonly type?: {readonly name: string};
    readonly isProduction?: boolean;
  },
  {readonly conditions?: readonly {readonly type: string; readonly status: string}[]}
>;

export function toGlobalItem(resource: GlobalResource): GlobalItem {
  const {metadata, spec, status} = resource;
  const type = toType(spec);
  const projectId = spec?.owner?.projectName;
  return {
    id: metadata.name,
    name: metadata.name,
    displayName: toDisplayName(resource),
    description: toDescription(resource),
    status: toStatus(status?.conditions),
    ...(metadata.namespace !== undefined && {namespace: metadata.namespace}),
    ...(projectId !== undefined && {projectId}),
    ...(type !== undefined && {type}),
    ...(metadata.creationTimestamp !== undefined && {createdAt: metadata.creationTimestamp}),
  };
}

/** What is known of something that only its name is known of: the selection in the address. */
export function toNamedItem(name: string, namespace: string | undefined): GlobalItem {
  return {
    id: name,
    name,
    displayName: name,
    description: '',
    status: 'unknown',
    ...(namespace !== undefined && {namespace}),
  };
}

/** `deployment/service` → `service`. */
function toType(spec: GlobalResource['spec']): string | undefined {
  if (spec?.isProduction !== undefined) return spec.isProduction ? 'production' : 'development';
  return (spec?.componentType ?? spec?.type)?.name.split('/').at(-1);
}

function toStatus(conditions: readonly {type: string; status: string}[] | undefined): GlobalItem['status'] {
  const ready = conditions?.find(({type}) => type === 'Ready')?.status;
  if (ready === undefined || ready === 'Unknown') return 'unknown';
  return ready === 'True' ? 'ready' : 'not-ready';
}
