import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {ALPHA, BETA} from '../testing/manifests.ts';
import {startPortal} from '../testing/start-portal.ts';

describe('activation at the start', () => {
  it('comes when the first page is there, and not before', async () => {
    const early = {...BETA, activation: ['onStartup' as const]};
    let giveManifest = (): void => {};
    const held = new Promise<void>((resolve) => (giveManifest = resolve));
    const portal = startPortal({
      path: '/alpha/items',
      modules: [ALPHA, early],
      inline: false,
      async gateway(request) {
        if (request.url.includes('/beta/')) return Response.json(early);
        if (!request.url.includes('/alpha/')) return undefined;
        await held;
        return Response.json(ALPHA);
      },
    });
    const status = (): string | undefined => portal.portal.registry.find('beta')?.status;
    // Longer than any engine takes to find itself idle.
    await aTimeout(300);
    expect([status(), portal.imported]).to.deep.equal(['registered', []]);
    giveManifest();
    await portal.page('shown');
    await waitUntil(() => status() === 'active');
    const {imported} = portal;
    portal.stop();
    expect(imported).to.deep.equal(['pages.ts', 'main.ts']);
  });
});
