import {randomUUID} from 'node:crypto';
import type {Draft, ResourceKind} from './kind.ts';
import type {Resource} from './resource.ts';

/** The draft as an object that has just been created. */
export function toResource(kind: ResourceKind, draft: Draft, now: Date): Resource {
  return {
    ...withOwner(kind, draft),
    uid: randomUUID(),
    generation: 1,
    status: kind.initialStatus ?? {},
    memory: {},
    createdAt: now,
    deletionRequestedAt: null,
    dueAt: null,
  };
}

/** The draft with what the server sets: its labels, and whose it is. */
export function withOwner(kind: ResourceKind, draft: Draft): Draft & Pick<Resource, 'kind' | 'project' | 'component'> {
  const owner = kind.owner?.(draft);
  const labels = {...draft.labels, ...kind.labels?.(draft)};
  return {...draft, labels, kind: kind.plural, project: owner?.project ?? null, component: owner?.component ?? null};
}
