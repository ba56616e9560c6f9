import * as Radix from '@radix-ui/react-popover';
import {clsx} from 'clsx';
import type {ComponentProps, ReactNode, RefObject} from 'react';
import './overlay-setup.ts';
import {useContainer} from './container.ts';

export const {Root, Trigger} = Radix;

interface ContentProps extends ComponentProps<typeof Radix.Content> {
  readonly trigger: RefObject<HTMLElement | null>;
}

export function Content({
  className,
  align = 'center',
  sideOffset = 4,
  trigger,
  onInteractOutside,
  ...props
}: ContentProps): ReactNode {
  const container = useContainer();
  return (
    <Radix.Portal container={container}>
      <Radix.Content
        data-slot="popover-content"
        align={align}
        sideOffset={sideOffset}
        collisionPadding={8}
        {...props}
        className={clsx('oc-popover', className)}
        onInteractOutside={(event) => {
          onInteractOutside?.(event);
          // From inside a shadow root the event seems to come from the root's host: the trigger would close and open.
          const {originalEvent} = event.detail;
          if (trigger.current && originalEvent.composedPath().includes(trigger.current)) event.preventDefault();
        }}
      />
    </Radix.Portal>
  );
}
