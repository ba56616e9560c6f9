import {Slot} from '@radix-ui/react-slot';
import {clsx} from 'clsx';
import type {ComponentProps, ReactNode} from 'react';

export type ButtonVariant = 'default' | 'destructive' | 'outline' | 'secondary' | 'ghost' | 'link';

interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant | null;
  readonly size?: 'default' | 'sm' | 'lg' | 'icon' | null;
  /** The look goes to the only child, a link for example. */
  readonly asChild?: boolean;
}

export function Button({variant, size, asChild = false, className, ...props}: ButtonProps): ReactNode {
  const Tag = asChild ? Slot : 'button';
  const look = `oc-button oc-button-${variant ?? 'default'} oc-button-size-${size ?? 'default'}`;
  return <Tag data-slot="button" {...props} className={clsx(look, className)} />;
}
Button.displayName = 'Button';
