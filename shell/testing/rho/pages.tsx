import {useParams, useText} from '@openchoreo/portal-react';
import {lazy, useEffect, useState, type ReactNode} from 'react';

export function HomePage(): ReactNode {
  const [count, setCount] = useState(0);
  return (
    <>
      <h1>{useText()('book')}</h1>
      <button onClick={() => setCount(count + 1)}>{count}</button>
    </>
  );
}

/** A page with room for another one, as the requirement's nested routes have it. */
export function TeamPage({children}: {readonly children?: ReactNode}): ReactNode {
  const [count, setCount] = useState(0);
  return (
    <>
      <h1>Team {useParams<'/teams/:team'>().team}</h1>
      <button onClick={() => setCount(count + 1)}>{count}</button>
      {children}
    </>
  );
}

export function BoardPage(): ReactNode {
  const {team, board} = useParams<'/teams/:team/:board'>();
  return <h2>{`${team} ${board}`}</h2>;
}

export const LazyPage = lazy(() => import('./late-page.tsx'));

export function ThrowsInRender(): ReactNode {
  throw new Error('render');
}

export function ThrowsInEffect(): ReactNode {
  useEffect(() => {
    throw new Error('effect');
  }, []);
  return <h1>Not for long</h1>;
}

export function Card(): ReactNode {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) throw new Error('card');
  return <button onClick={() => setBroken(true)}>Break</button>;
}

/** A class that is neither an element nor a component. */
export class Service {
  readonly name = 'service';
}
