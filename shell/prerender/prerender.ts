import {HTMLElement} from '@lit-labs/ssr-dom-shim';
import {RenderResultIterator, renderThunked} from '@lit-labs/ssr/lib/render.js';
import {defineElement} from '@openchoreo/portal-lit';
import {
  allowsSomewhere,
  type Boot,
  type ComponentReference,
  type Contribution,
  type Host,
  type ModuleHead,
  type Prerender,
} from '@openchoreo/portal-contract';
import {QueryClient} from '@tanstack/query-core';
import {html, unsafeStatic} from 'lit/static-html.js';
import {atom} from 'nanostores';
import type {TemplateResult} from 'lit';
import {createContributions} from '../contributions/contributions.ts';
import {createCatalogue} from '../messages/catalogue.ts';
import {createComponentLoader} from '../outlet/component-loader.ts';
import {readAddress} from '../routing/address.ts';
import {createPreviewRenderer, type Drawing} from './preview-renderer.ts';
import {PreviewPart} from './preview-part.ts';
import {createServerHost} from './server-host.ts';
import {toPreviewMarkup} from './to-preview-markup.ts';

/** Addresses are taken apart, and never asked. */
const ORIGIN = 'http://portal.invalid';

/** Draws the page and its cards from the boot data, with the modules' own elements. */
export const prerender: Prerender = async ({boot, address: asked, module, component, nonce}, load) => {
  const head = boot.composition.modules.find(({id}) => id === module);
  const manifest = boot.manifests[module];
  if (!head || !manifest) return undefined;
  defineElement('preview-part', PreviewPart);
  const address = readAddress(new URL(asked, ORIGIN), () => boot.preferences);
  const log = {warn() {}};
  const shell = createCatalogue(boot.preferences.locale, boot.messages['portal'] ?? {}, log);
  const queryClient = createFilledClient(boot);
  const profile = boot.profile?.profile;
  const permissions = {
    has: (action: string) => profile !== undefined && allowsSomewhere(profile, action),
    watch: () => atom<boolean | undefined>(undefined),
  };
  const loadComponent = createComponentLoader(
    async ({manifest: at}, entry, name) => (await load(new URL(entry, new URL(at, ORIGIN)).pathname))[name],
    customElements,
    HTMLElement,
  );
  const contributions = createContributions({
    modules: atom(boot.composition.modules.map((one) => ({head: one, status: 'registered' as const, since: 0}))),
    manifests: {known: ({id}) => boot.manifests[id], get: () => new Promise(() => {}), replaceInline() {}},
    perspective: atom(address.perspective),
    permissions: {...permissions, version: atom(0)} as never,
    createElement: (contribution) => toPart(contribution) as never,
    report() {},
  });

  const hosts = new Map<string, Host>();
  function hostOf(id: string): Host {
    const own = boot.manifests[id];
    if (!own) throw new TypeError(`The manifest of ${id} is not in the page`);
    const messages = createCatalogue(boot.preferences.locale, boot.messages[id] ?? {}, log, shell);
    const host = hosts.get(id) ?? createServerHost(own, messages, {boot, address, permissions, contributions});
    hosts.set(id, host);
    return host;
  }

  const tags = new Map<string, string>();
  let isComplete = true;
  async function prepare(owner: ModuleHead, reference: ComponentReference): Promise<void> {
    tags.set(toKey(owner.id, reference), await loadComponent(owner, reference));
  }

  function draw(id: string, reference: ComponentReference): TemplateResult | undefined {
    const tag = tags.get(toKey(id, reference));
    if (tag === undefined) {
      isComplete = false;
      return undefined;
    }
    const context = {host: hostOf(id), queryClient, location: {path: address.path, params: {}, query: address.query}};
    const name = unsafeStatic(tag);
    return html`<preview-part .context=${context}><${name}></${name}></preview-part>`;
  }

  /** What the page places where its own card would stand. */
  function toPart({module: id, data}: Contribution): object {
    return {
      addEventListener() {},
      *[Symbol.iterator]() {
        yield data.component && draw(id, data.component);
      },
    };
  }

  await prepare(head, component);
  for (const {id} of manifest.extensionPoints ?? []) {
    for (const {module: owner, data} of contributions.at(id as never).get() as readonly Contribution[]) {
      const from = boot.composition.modules.find((one) => one.id === owner);
      if (from && data.component && data.prerender) await prepare(from, data.component);
    }
  }

  const drawing: Drawing = {nonce, tags: new Set(), endings: []};
  try {
    const thunks = renderThunked(draw(module, component), {elementRenderers: [createPreviewRenderer(drawing)]});
    const drawn = [...new RenderResultIterator(thunks)].join('');
    const asks = queryClient.getQueryCache().getAll();
    return {
      markup: `<portal-preview>${toPreviewMarkup(drawn, drawing.tags)}</portal-preview>`,
      isComplete: isComplete && asks.every(({state}) => state.data !== undefined),
    };
  } finally {
    for (const end of drawing.endings) end();
    queryClient.clear();
  }
};

function createFilledClient({data}: Boot): QueryClient {
  const client = new QueryClient({defaultOptions: {queries: {enabled: false}}});
  for (const {queryKey, data: value, updatedAt} of data) client.setQueryData(queryKey, value, {updatedAt});
  return client;
}

function toKey(module: string, reference: ComponentReference): string {
  return `${module} ${JSON.stringify(reference)}`;
}
