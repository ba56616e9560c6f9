import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import {render} from '@lit-labs/ssr/lib/render.js';
import type {Boot, Prerender} from '@openchoreo/portal-contract';
import {QueryClient} from '@tanstack/query-core';
import {readAddress} from '../routing/address.ts';
import {createPreviewRenderer, type Drawing} from './preview-renderer.ts';
import {createServerPortal} from './server-portal.ts';
import {toPreviewMarkup} from './to-preview-markup.ts';

/** Addresses are taken apart, never asked: any origin does. */
const ORIGIN = 'http://portal.invalid';

/**
 * Draws a page with the modules' own elements, from what the boot data holds: nothing is asked of anybody. What one
 * request drew with is gone when it is drawn.
 */
export const prerender: Prerender = async ({boot, address, module, component, nonce}, load) => {
  const queryClient = createFilledClient(boot);
  const portal = createServerPortal({
    boot,
    address: readAddress(new URL(address, ORIGIN), () => boot.preferences),
    queryClient,
    loadExport: async ({manifest}, entry, name) =>
      (await load(new URL(entry, new URL(manifest, ORIGIN)).pathname))[name],
  });
  await portal.prepare(module, component);

  const drawing: Drawing = {nonce, tags: new Set(), endings: []};
  try {
    const info = {elementRenderers: [createPreviewRenderer(drawing)]};
    const drawn = collectResultSync(render(portal.part(module, component), info));
    const asked = queryClient.getQueryCache().getAll();
    return {
      markup: `<portal-preview>${toPreviewMarkup(drawn, drawing.tags)}</portal-preview>`,
      isComplete: portal.isComplete() && asked.every(({state}) => state.data !== undefined),
    };
  } finally {
    for (const end of drawing.endings) end();
    queryClient.clear();
  }
};

/** Has what came with the page, and asks for nothing else. */
function createFilledClient({data}: Boot): QueryClient {
  const client = new QueryClient({defaultOptions: {queries: {enabled: false}}});
  for (const {queryKey, data: value, updatedAt} of data) client.setQueryData(queryKey, value, {updatedAt});
  return client;
}
