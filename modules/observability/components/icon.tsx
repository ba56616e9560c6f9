import type {IconNode} from '@openchoreo/portal-contract';
import {createElement, type ReactNode} from 'react';

/** An icon of `lucide`, in the colour of the text around it; what stands beside it says what it means. */
export function Icon({nodes, size = 16}: {readonly nodes: readonly IconNode[]; readonly size?: number}): ReactNode {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {nodes.map(([tag, attributes], index) => createElement(tag, {...attributes, key: index}))}
    </svg>
  );
}
