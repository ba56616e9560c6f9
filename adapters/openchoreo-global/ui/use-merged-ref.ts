import {useCallback, type Ref, type RefCallback} from 'react';

/** One ref for an element that two parties want to know. */
export function useMergedRef<T>(one: Ref<T> | undefined, other: Ref<T> | undefined): RefCallback<T> {
  return useCallback(
    (element: T | null) => {
      const undo = [one, other].map((ref) => give(ref, element));
      return () => {
        for (const step of undo) step();
      };
    },
    [one, other],
  );
}

function give<T>(ref: Ref<T> | undefined, element: T | null): () => void {
  if (typeof ref === 'function') {
    const undo = ref(element);
    return () => (typeof undo === 'function' ? undo() : void ref(null));
  }
  if (ref) ref.current = element;
  return () => {
    if (ref) ref.current = null;
  };
}
