import * as Radix from '@radix-ui/react-dialog';
import {clsx} from 'clsx';
import X from 'lucide/dist/esm/icons/x.mjs';
import type {ComponentProps, ReactNode} from 'react';
import './overlay-setup.ts';
import {Glyph} from './glyph.tsx';
import {useTexts} from './texts.ts';
import {useContainer} from './container.ts';

export const {Root, Trigger} = Radix;

/** `showCloseButton: false` leaves the cross out, as in the newer kits. */
export function Content({
  className,
  children,
  showCloseButton = true,
  ...props
}: ComponentProps<typeof Radix.Content> & {readonly showCloseButton?: boolean}): ReactNode {
  const container = useContainer();
  const texts = useTexts();
  return (
    <Radix.Portal container={container}>
      <Radix.Overlay data-slot="dialog-overlay" className="oc-dialog-overlay" />
      <Radix.Content data-slot="dialog-content" {...props} className={clsx('oc-dialog', className)}>
        {children}
        {showCloseButton && (
          <Radix.Close data-slot="dialog-close" className="oc-dialog-close" aria-label={texts.close}>
            <Glyph node={X} />
          </Radix.Close>
        )}
      </Radix.Content>
    </Radix.Portal>
  );
}

export function Title({className, ...props}: ComponentProps<typeof Radix.Title>): ReactNode {
  return <Radix.Title data-slot="dialog-title" {...props} className={clsx('oc-dialog-title', className)} />;
}

export function Description({className, ...props}: ComponentProps<typeof Radix.Description>): ReactNode {
  return (
    <Radix.Description data-slot="dialog-description" {...props} className={clsx('oc-dialog-description', className)} />
  );
}
