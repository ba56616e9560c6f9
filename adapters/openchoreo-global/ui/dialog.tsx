import type {ComponentProps, ReactNode} from 'react';
import type * as Parts from './dialog-parts.tsx';
import {lateParts} from './late-parts.ts';
import {overlay} from './overlay.tsx';
import {part} from './part.tsx';

type ContentProps = ComponentProps<typeof Parts.Content>;

const kit = overlay<typeof Parts>(
  'Dialog',
  lateParts(() => import('./dialog-parts.tsx')),
  'dialog',
);

export const Dialog = kit.Root;
export const DialogTrigger = kit.Trigger;
export const DialogHeader = part('DialogHeader', 'div', 'oc-dialog-header');

export function DialogContent(props: ContentProps): ReactNode {
  const {parts} = kit.use();
  return parts && <parts.Content {...props} />;
}
DialogContent.displayName = 'DialogContent';

export function DialogTitle(props: ComponentProps<'h2'> & {readonly asChild?: boolean}): ReactNode {
  const {parts} = kit.use();
  return parts && <parts.Title {...props} />;
}
DialogTitle.displayName = 'DialogTitle';

export function DialogDescription(props: ComponentProps<'p'> & {readonly asChild?: boolean}): ReactNode {
  const {parts} = kit.use();
  return parts && <parts.Description {...props} />;
}
DialogDescription.displayName = 'DialogDescription';
