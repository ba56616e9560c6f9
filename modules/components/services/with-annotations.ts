import type {ObjectMeta} from '@openchoreo/portal-contract';

/** The metadata with these annotations set; one that is empty is taken away. All others stay. */
export function withAnnotations(metadata: ObjectMeta, changes: Readonly<Record<string, string>>): ObjectMeta {
  const annotations = Object.fromEntries(
    Object.entries({...metadata.annotations, ...changes}).filter(([, value]) => value !== ''),
  );
  return {...metadata, annotations};
}
