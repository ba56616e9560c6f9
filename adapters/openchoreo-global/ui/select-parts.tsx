import * as Radix from '@radix-ui/react-select';
import {clsx} from 'clsx';
import Check from 'lucide/dist/esm/icons/check.mjs';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import ChevronUp from 'lucide/dist/esm/icons/chevron-up.mjs';
import type {ComponentProps, ReactNode} from 'react';
import './overlay-setup.ts';
import {useContainer} from './container.ts';
import {Glyph} from './glyph.tsx';

export const {Root, Trigger, Value} = Radix;

export function Content({
  className,
  children,
  position = 'popper',
  ...props
}: ComponentProps<typeof Radix.Content>): ReactNode {
  const container = useContainer();
  return (
    <Radix.Portal container={container}>
      <Radix.Content
        data-slot="select-content"
        position={position}
        {...(position === 'popper' && {sideOffset: 4, collisionPadding: 8})}
        {...props}
        className={clsx('oc-select', className)}
      >
        <Radix.ScrollUpButton className="oc-select-scroll">
          <Glyph node={ChevronUp} />
        </Radix.ScrollUpButton>
        <Radix.Viewport className="oc-select-viewport">{children}</Radix.Viewport>
        <Radix.ScrollDownButton className="oc-select-scroll">
          <Glyph node={ChevronDown} />
        </Radix.ScrollDownButton>
      </Radix.Content>
    </Radix.Portal>
  );
}

export function Item({className, children, ...props}: ComponentProps<typeof Radix.Item>): ReactNode {
  return (
    <Radix.Item data-slot="select-item" {...props} className={clsx('oc-select-item', className)}>
      <span className="oc-select-mark">
        <Radix.ItemIndicator>
          <Glyph node={Check} />
        </Radix.ItemIndicator>
      </span>
      <Radix.ItemText>{children}</Radix.ItemText>
    </Radix.Item>
  );
}
