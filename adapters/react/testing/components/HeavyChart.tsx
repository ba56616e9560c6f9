import type {ReactNode} from 'react';

// React's lazy() asks for a default export.
export default function HeavyChart({label}: {readonly label: string}): ReactNode {
  return <figure>{label}</figure>;
}
