import type {ReactNode} from 'react';

const BAR = {
  blockSize: 16,
  marginBlock: 8,
  borderRadius: 'var(--portal-radius-small, 4px)',
  background: 'var(--portal-color-hover, rgb(128 128 128 / 15%))',
} as const;

/** Stands in for what a component waits for: React sets these styles as properties, which the page's policy allows. */
export function Pending(): ReactNode {
  return (
    <div aria-busy="true" data-portal-pending="">
      {['40%', '90%', '70%'].map((inlineSize) => (
        <div key={inlineSize} style={{...BAR, inlineSize}} />
      ))}
    </div>
  );
}
