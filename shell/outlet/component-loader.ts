import {defineElement} from '@openchoreo/portal-lit';
import {PortalError, type ComponentReference, type ModuleHead} from '@openchoreo/portal-contract';
import type {LoadExport} from '../registry/load-export.ts';

/** What is known of a component's place that its element must suit. */
export interface ComponentPlace {
  /** Other pages are shown inside it: children that the router gives its element. */
  readonly holdsPages?: boolean;
}

/** Makes a component's element ready to be created, and gives its tag. */
export type LoadComponent = (
  head: ModuleHead,
  component: ComponentReference,
  place?: ComponentPlace,
) => Promise<string>;

/** Makes an element class of a component of another technology, always the same of the same; of nothing else. */
export type AdaptComponent = (
  component: unknown,
  place: ComponentPlace,
) => Promise<CustomElementConstructor | undefined>;

export interface ComponentLoaderOptions {
  readonly registry?: CustomElementRegistry;
  /** What every element class extends. */
  readonly base?: CustomElementConstructor;
  /** Without it, only elements are components. */
  readonly adaptComponent?: AdaptComponent | undefined;
}

/** A module's classes are defined here, under `<module-id>-<export>`, unless they bear a tag already. */
export function createComponentLoader(
  loadExport: LoadExport,
  {registry = customElements, base = HTMLElement, adaptComponent}: ComponentLoaderOptions = {},
): LoadComponent {
  return async (head, component, place = {}) => {
    if ('tag' in component) {
      if (registry.get(component.tag)) return component.tag;
      throw new PortalError('PAGE_EXPORT_INVALID', [head.id, `<${component.tag}>`]);
    }
    const {entry, export: name} = component;
    const loaded = await loadExport(head, entry, name);
    const tag = `${head.id}-${toName(entry, name)}`;
    if (isElementClass(loaded, base)) return defineElement(tag, loaded, registry);
    const adapted = await adaptComponent?.(loaded, place);
    if (!adapted) throw new PortalError('PAGE_EXPORT_INVALID', [head.id, entry]);
    return defineElement(place.holdsPages ? `${tag}-layout` : tag, adapted, registry);
  };
}

function isElementClass(value: unknown, base: CustomElementConstructor): value is CustomElementConstructor {
  return typeof value === 'function' && value.prototype instanceof base;
}

/** `DetailPage` → `detail-page`; a default export is called after its file. */
function toName(entry: string, name: string): string {
  const source = name === 'default' ? (entry.split('/').at(-1) ?? entry).replace(/[.]\w+$/, '') : name;
  return source
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}
