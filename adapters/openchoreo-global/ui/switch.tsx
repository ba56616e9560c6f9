import {Root, Thumb} from '@radix-ui/react-switch';
import {clsx} from 'clsx';
import type {ComponentProps, ReactNode} from 'react';

export function Switch({className, ...props}: ComponentProps<typeof Root>): ReactNode {
  return (
    <Root data-slot="switch" {...props} className={clsx('oc-switch', className)}>
      <Thumb data-slot="switch-thumb" className="oc-switch-thumb" />
    </Root>
  );
}
Switch.displayName = 'Switch';
