import {Slot} from '@radix-ui/react-slot';
import {clsx} from 'clsx';
import type {ComponentProps, ReactNode} from 'react';

interface BadgeProps extends ComponentProps<'span'> {
  readonly variant?: 'default' | 'secondary' | 'destructive' | 'outline' | null;
  readonly asChild?: boolean;
}

export function Badge({variant, asChild = false, className, ...props}: BadgeProps): ReactNode {
  const Tag = asChild ? Slot : 'span';
  return <Tag data-slot="badge" {...props} className={clsx(`oc-badge oc-badge-${variant ?? 'default'}`, className)} />;
}
Badge.displayName = 'Badge';
