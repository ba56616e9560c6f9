import type {ComponentProps, ReactNode} from 'react';
import type * as Parts from './popover-parts.tsx';
import {lateParts} from './late-parts.ts';
import {overlay} from './overlay.tsx';

const kit = overlay<typeof Parts>(
  'Popover',
  lateParts(() => import('./popover-parts.tsx')),
  'dialog',
);

export const Popover = kit.Root;
export const PopoverTrigger = kit.Trigger;

export function PopoverContent(props: Omit<ComponentProps<typeof Parts.Content>, 'trigger'>): ReactNode {
  const {parts, trigger} = kit.use();
  return parts && <parts.Content {...props} trigger={trigger} />;
}
PopoverContent.displayName = 'PopoverContent';
