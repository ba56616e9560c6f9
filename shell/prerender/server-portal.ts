import {defineElement} from '@openchoreo/portal-lit';
import {
  allowsSomewhere,
  type Boot,
  type ComponentReference,
  type Contribution,
  type ExtensionPointId,
  type Host,
} from '@openchoreo/portal-contract';
import type {QueryClient} from '@tanstack/query-core';
import {LitElement, type TemplateResult} from 'lit';
import {html, unsafeStatic} from 'lit/static-html.js';
import {atom} from 'nanostores';
import {createContributions} from '../contributions/contributions.ts';
import {createCatalogue} from '../messages/catalogue.ts';
import {createComponentLoader} from '../outlet/component-loader.ts';
import type {LoadExport} from '../registry/load-export.ts';
import type {Address} from '../routing/address.ts';
import {PreviewPart, type PreviewContext} from './preview-part.ts';
import {createServerHost} from './server-host.ts';

export interface ServerPortalOptions {
  readonly boot: Boot;
  readonly address: Address;
  readonly queryClient: QueryClient;
  readonly loadExport: LoadExport;
}

/** As much of the portal as drawing one page takes. */
export interface ServerPortal {
  /** Loads the page's element and those of the cards it will show. */
  prepare(module: string, component: ComponentReference): Promise<void>;
  /** The element of a module in its place, with its contexts; nothing for one that is not drawn. */
  part(module: string, component: ComponentReference): TemplateResult | undefined;
  /** Whether every part that was asked for could be given. */
  isComplete(): boolean;
}

/** Wires the shell's own pieces to what the boot data holds. */
export function createServerPortal({boot, address, queryClient, loadExport}: ServerPortalOptions): ServerPortal {
  const {locale} = boot.preferences;
  const silent = {warn() {}};
  const shell = createCatalogue(locale, boot.messages['portal'] ?? {}, silent);
  const profile = boot.profile?.profile;
  const permissions = {
    has: (action: string) => profile !== undefined && allowsSomewhere(profile, action),
    watch: () => atom<boolean | undefined>(undefined),
    version: atom(0),
  };
  const contributions = createContributions({
    modules: atom(boot.composition.modules.map((head) => ({head, status: 'registered' as const, since: 0}))),
    manifests: {
      known: ({id}) => boot.manifests[id],
      contributions: ({id}, point) => (boot.manifests[id]?.contributes ?? boot.deferred?.[id])?.[point],
      get: ({id}) => Promise.reject(new TypeError(`The manifest of ${id} is not in the page`)),
      replaceInline() {},
    },
    perspective: atom(address.perspective),
    permissions,
    createElement: (contribution) => toDrawnElement(contribution),
    report() {},
  });
  const loadComponent = createComponentLoader(loadExport, {base: LitElement});
  const tags = new Map<string, string>();
  const hosts = new Map<string, Host>();
  let misses = 0;

  async function load(module: string, component: ComponentReference): Promise<void> {
    const head = boot.composition.modules.find(({id}) => id === module);
    if (head) tags.set(toKey(module, component), await loadComponent(head, component));
  }

  function hostOf(module: string): Host {
    const manifest = boot.manifests[module];
    if (!manifest) throw new TypeError(`The manifest of ${module} is not in the page`);
    const messages = createCatalogue(locale, boot.messages[module] ?? {}, silent, shell);
    const host = hosts.get(module) ?? createServerHost(manifest, messages, {boot, address, permissions, contributions});
    hosts.set(module, host);
    return host;
  }

  function part(module: string, component: ComponentReference): TemplateResult | undefined {
    const tag = tags.get(toKey(module, component));
    if (tag === undefined) {
      misses += 1;
      return undefined;
    }
    const {path, query} = address;
    const context: PreviewContext = {host: hostOf(module), queryClient, location: {path, params: {}, query}};
    const name = unsafeStatic(tag);
    // eslint-disable-next-line lit/binding-positions, lit/no-invalid-html -- the static template has the tag in it before it is read
    return html`<preview-part .context=${context}><${name}></${name}></preview-part>`;
  }

  /** What a page puts where its card stands: to Lit a list of one template, to the page something that never fires. */
  function toDrawnElement({module, data}: Contribution): HTMLElement {
    const drawn = {
      addEventListener() {},
      *[Symbol.iterator]() {
        // What is deferred is not waited for: the page is whole without it.
        if (data.component && !data.deferred) yield part(module, data.component);
      },
    };
    return drawn as unknown as HTMLElement;
  }

  return {
    async prepare(module, component) {
      defineElement('preview-part', PreviewPart);
      const points = boot.manifests[module]?.extensionPoints ?? [];
      const cards = points.flatMap(({id}): readonly Contribution<object>[] =>
        contributions.at(id as ExtensionPointId).get(),
      );
      const drawn = cards.filter(({data}) => data.prerender);
      await Promise.all([
        load(module, component),
        ...drawn.map(({module: owner, data}) => data.component && load(owner, data.component)),
      ]);
    },
    part,
    isComplete: () => misses === 0,
  };
}

function toKey(module: string, component: ComponentReference): string {
  return `${module} ${JSON.stringify(component)}`;
}
