import {clsx} from 'clsx';
import {createElement, type ComponentProps, type FunctionComponent, type JSX, type ReactNode} from 'react';

/** A component that is one element with a look of the kit: every prop, the ref included, goes to the element. */
export function part<T extends keyof JSX.IntrinsicElements>(
  name: string,
  tag: T,
  look: string,
): FunctionComponent<ComponentProps<T>> {
  const Part = (props: ComponentProps<T>): ReactNode =>
    createElement(tag, {
      'data-slot': look.slice(3),
      ...props,
      className: clsx(look, (props as {readonly className?: string}).className),
    });
  Part.displayName = name;
  return Part;
}
