import type {IconNode} from '@openchoreo/portal-contract';
import {createElement, type ComponentProps, type ReactNode} from 'react';

/** One of the kit's own marks, which are decoration: what they mean is said beside them. */
export function Glyph({node, ...props}: ComponentProps<'svg'> & {readonly node: readonly IconNode[]}): ReactNode {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={16}
      height={16}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      {...props}
    >
      {node.map(([tag, attributes], index) => createElement(tag, {key: index, ...attributes}))}
    </svg>
  );
}
