/** The platform's objects as they come over the wire: Kubernetes style, without `resourceVersion`. */
export interface ObjectMeta {
  readonly name: string;
  readonly namespace?: string;
  readonly uid?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
}

export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message?: string;
  readonly lastTransitionTime: string;
}

export interface Resource<Spec = unknown, Status = unknown> {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: ObjectMeta;
  readonly spec?: Spec;
  readonly status?: Status;
}

/** One answer of a list: up to 100 items and the cursor of the next page, absent on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly pagination: {readonly nextCursor?: string; readonly remainingCount?: number};
}

export const DISPLAY_NAME = 'openchoreo.dev/display-name';
export const DESCRIPTION = 'openchoreo.dev/description';

/** The name for people: the annotation, or the technical name where none is set. */
export function toDisplayName(resource: Resource): string {
  return resource.metadata.annotations?.[DISPLAY_NAME] || resource.metadata.name;
}

export function toDescription(resource: Resource): string {
  return resource.metadata.annotations?.[DESCRIPTION] ?? '';
}
