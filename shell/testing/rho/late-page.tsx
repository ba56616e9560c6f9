import type {ReactNode} from 'react';

// React's lazy() asks for a default export.
export default function LatePage(): ReactNode {
  return <h1>Late</h1>;
}
