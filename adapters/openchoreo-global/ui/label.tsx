import {clsx} from 'clsx';
import type {ComponentProps, ReactNode} from 'react';

/** A label; clicking it twice selects no text. */
export function Label({className, onMouseDown, ...props}: ComponentProps<'label'>): ReactNode {
  return (
    // What it labels is said by whoever uses it.
    <label
      data-slot="label"
      {...props}
      className={clsx('oc-label', className)}
      onMouseDown={(event) => {
        if ((event.target as Element).closest('button, input, select, textarea')) return;
        onMouseDown?.(event);
        if (!event.defaultPrevented && event.detail > 1) event.preventDefault();
      }}
    />
  );
}
Label.displayName = 'Label';
