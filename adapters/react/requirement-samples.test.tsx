import {expect, waitUntil} from '@open-wc/testing';
import {createTestHost, mount} from '@openchoreo/portal-test-kit';
import {useQuery} from '@tanstack/react-query';
import {lazy, useEffect, type ReactNode} from 'react';
import {hasPermission, toElementClass, useEventBus, useGlobalStore, useModuleStore} from './index.ts';

// The React samples of the requirement, word for word where a line is marked, in the components around them.
const HeavyChart = lazy(() => import('./testing/components/HeavyChart.tsx')); // «Code Splitting»

function AnalyticsDashboard({
  filters,
  fetchAnalytics,
}: {
  filters: string;
  fetchAnalytics: () => Promise<number>;
}): ReactNode {
  // prettier-ignore
  const {data} =
  useQuery({
    queryKey: ['analytics', filters],
    queryFn: fetchAnalytics,
    staleTime: 5 * 60 * 1000, // 5 minutes
  });
  // Access global state
  // prettier-ignore
  const { currentProject } = useGlobalStore();

  // Module state
  // prettier-ignore
  const { metrics } = useModuleStore('analytics');
  return <HeavyChart label={`${currentProject?.name} ${metrics?.range} ${data}`} />;
}

describe('the React samples of the requirement', () => {
  const heard: unknown[] = [];

  function Page({handleUpdate = (payload: unknown) => void heard.push(payload)}): ReactNode {
    const eventBus = useEventBus();
    const data = {namespace: 'acme', updatedAt: '2026-01-01T00:00:00Z', components: 1};
    useEffect(() => {
      // prettier-ignore
      const stop =
      // Subscriber
      eventBus.on('analytics:data-updated', handleUpdate);
      // Publisher
      // prettier-ignore
      eventBus.emit('analytics:data-updated', data)
      return stop;
      // eslint-disable-next-line react-hooks/exhaustive-deps -- the sample's, once
    }, [eventBus]);
    // Runtime checks
    // prettier-ignore
    if (hasPermission('view:analytics')) {
      return <AnalyticsDashboard filters="all" fetchAnalytics={() => Promise.resolve(7)} />
    }
    return <p>Not for you</p>;
  }

  for (const [isAllowed, text] of [
    [true, 'shop 7d 7'],
    [false, 'Not for you'],
  ] as const) {
    it(`run as written, and show ${text}`, async () => {
      heard.length = 0;
      const scope = {namespace: 'acme', project: 'shop'};
      const host = createTestHost({module: 'analytics', messages: {}, scope, allows: () => isAllowed});
      Object.assign(host.events, {emit: host.publish});
      host.storeValues('analytics').set({metrics: {range: '7d'}});
      const tag = `sample-page-${isAllowed ? 'allowed' : 'denied'}`;
      const mounted = await mount(tag, toElementClass(Page, {module: tag}), host);
      await waitUntil(() => mounted.text() === text);
      expect(heard).to.deep.equal([{namespace: 'acme', updatedAt: '2026-01-01T00:00:00Z', components: 1}]);
    });
  }
});
