import type {Resource} from '@openchoreo/portal-contract';

/** The object as it is once the platform has been asked to delete it. */
export function toDeleting<R extends Resource>(resource: R): R {
  const {metadata} = resource;
  return {...resource, metadata: {deletionTimestamp: new Date().toISOString(), ...metadata}};
}
