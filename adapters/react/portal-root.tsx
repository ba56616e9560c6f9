import type {QueryClient} from '@tanstack/query-core';
import {QueryClientProvider} from '@tanstack/react-query';
import {Suspense, useEffect, type ReactNode} from 'react';
import {Pending} from './pending.tsx';
import {PortalContext, type PortalValue} from './portal-context.ts';

interface PortalRootProps {
  readonly value: PortalValue;
  readonly queryClient: QueryClient;
  /** Called when something is in the page: the component's own, or what stands in for it. */
  readonly onDrawn: () => void;
  /** Called when what the component has to show is in the page. */
  readonly onShown: () => void;
  readonly children: ReactNode;
}

/** What is around a module's component: no module needs a provider of its own. */
export function PortalRoot({value, queryClient, onDrawn, onShown, children}: PortalRootProps): ReactNode {
  useEffect(onDrawn);
  return (
    <PortalContext value={value}>
      <QueryClientProvider client={queryClient}>
        <Suspense fallback={<Pending />}>
          {children}
          <Shown onShown={onShown} />
        </Suspense>
      </QueryClientProvider>
    </PortalContext>
  );
}

/** Comes after the component, so that its effects have run when this one's does. */
function Shown({onShown}: Pick<PortalRootProps, 'onShown'>): ReactNode {
  useEffect(onShown);
  return null;
}
