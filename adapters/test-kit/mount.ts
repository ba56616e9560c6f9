import {ContextProvider} from '@lit/context';
import {fixture, html} from '@open-wc/testing';
import type {RouteLocation} from '@openchoreo/portal-contract';
import {defineElement, hostContext, locationContext, queryClientContext} from '@openchoreo/portal-lit';
import {QueryClient} from '@tanstack/query-core';
import type {TestHost} from './test-host.ts';

export interface Mounted<E> {
  readonly element: E;
  /** The element's own document part, and that of the elements in it, as text without spare space. */
  text(): string;
  /** First match in the element or in the elements inside it. */
  find<T extends HTMLElement = HTMLElement>(selector: string): T | null;
  findAll<T extends HTMLElement = HTMLElement>(selector: string): readonly T[];
  /** Waits until the element and those in it have drawn what they know. */
  settle(): Promise<void>;
  go(location: Partial<RouteLocation>): Promise<void>;
}

/** Puts the element where the portal would: below its contexts, in a page with the portal's own styles. */
export async function mount<E extends HTMLElement>(
  tag: string,
  ctor: new () => E,
  host: TestHost,
  options: {readonly location?: Partial<RouteLocation>; readonly properties?: Partial<E>} = {},
): Promise<Mounted<E>> {
  await adoptPageStyles();
  const place = await fixture<HTMLElement>(html`<section></section>`);
  const toLocation = (change: Partial<RouteLocation> = {}): RouteLocation => ({
    path: '/',
    params: {},
    query: new URLSearchParams(),
    ...change,
  });
  const location = new ContextProvider(place, {
    context: locationContext,
    initialValue: toLocation(options.location),
  });
  const queryClient = new QueryClient({defaultOptions: {queries: {staleTime: 30_000, retry: false}}});
  new ContextProvider(place, {context: hostContext, initialValue: host});
  new ContextProvider(place, {context: queryClientContext, initialValue: queryClient});
  defineElement(tag, ctor);
  const element = new ctor();
  Object.assign(element, options.properties);
  place.append(element);
  const mounted: Mounted<E> = {
    element,
    text: () => toText(element).replace(/\s+/g, ' ').trim(),
    find: <T extends HTMLElement>(selector: string) => findAll<T>(element, selector)[0] ?? null,
    findAll: <T extends HTMLElement>(selector: string) => findAll<T>(element, selector),
    settle: () => settle(element),
    async go(change) {
      location.setValue(toLocation(change));
      await settle(element);
    },
  };
  await mounted.settle();
  return mounted;
}

type Updating = HTMLElement & {readonly updateComplete?: Promise<unknown>};

async function settle(element: Updating): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await nextMessage();
    await Promise.all(findAll<Updating>(element, '*').map(async (inner) => inner.updateComplete));
    await element.updateComplete;
  }
}

/** React renders in tasks of messages, which not every engine runs before timers. */
function nextMessage(): Promise<void> {
  const {port1, port2} = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

function findAll<T extends Element>(root: Element, selector: string): T[] {
  const inside = [...(root.shadowRoot?.querySelectorAll('*') ?? []), ...root.querySelectorAll('*')];
  const found = inside.flatMap((element) => [
    ...(element.matches(selector) ? [element as T] : []),
    ...(element.shadowRoot ? findAll<T>(element, selector) : []),
  ]);
  // What is slotted stands inside two roots.
  return [...new Set(found)];
}

function toText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement || (node instanceof HTMLElement && node.hidden)) return '';
  if (node instanceof HTMLSlotElement) return node.assignedNodes({flatten: true}).map(toText).join(' ');
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  return [...children].map(toText).join(' ');
}

/** The page's own style sheets, once per test page: contrast is judged by the colours people see. */
async function adoptPageStyles(): Promise<void> {
  if (document.adoptedStyleSheets.length > 0) return;
  for (const name of ['tokens', 'critical']) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(await (await fetch(`/shell/styles/${name}.css`)).text());
    document.adoptedStyleSheets.push(sheet);
  }
}
